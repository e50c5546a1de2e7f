package dev.headwater.bench;

import dev.headwater.model.Article;
import dev.headwater.model.Block;
import dev.headwater.model.Claim;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Ids;
import dev.headwater.model.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of an invented story as the jobs before {@code traces} would write them. */
public final class PlantedRows {
  private static final int OUTLETS = 4_000;

  private final String family;
  private final String agency;
  private final List<Article> articles = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> prints = new HashSet<>();
  private final Map<String, Integer> sources = new HashMap<>();
  private final PlantedTruth truth = PlantedTruth.empty();

  PlantedRows(String family, String agency) {
    this.family = family;
    this.agency = agency;
  }

  /** Rows of {@code articles}. */
  public List<Article> articles() {
    return articles;
  }

  /** Rows of {@code claims}. */
  public List<Claim> claims() {
    return claims;
  }

  /** Rows of {@code passages}. */
  public List<Passage> passages() {
    return passages;
  }

  /** What is known of the claims. */
  public PlantedTruth truth() {
    return truth;
  }

  /** Rows of {@code clusters}: the prints of the story are one cluster. */
  public List<ClusterMember> clusters() {
    Map<String, Instant> dates = new HashMap<>();
    articles.forEach(article -> dates.put(article.articleId(), article.publishedAt()));
    List<ClusterMember> members = new ArrayList<>();
    for (Article article : articles) {
      if (prints.contains(article.articleId())) {
        String parent = parents.get(article.articleId());
        members.add(
            new ClusterMember(
                Ids.of(family, "cluster"),
                article.articleId(),
                0,
                article.text().length(),
                1,
                parent == null ? "original" : "copy",
                parent == null,
                parent,
                parent == null ? null : (Double) 0.9,
                parent == null ? List.of() : List.of("date"),
                parent == null
                    ? null
                    : (Long) Duration.between(dates.get(parent), article.publishedAt()).toMinutes(),
                agency,
                agency == null ? null : "own",
                prints.size(),
                1.0));
      }
    }
    return members;
  }

  /** A print of the story, in an article of its own. */
  Claim print(PlantedPrint print, Instant at, String parent) {
    return version(print, at, parent, Ids.of(family, articles.size(), "key"), 1);
  }

  /** A print of the story, as a version of an article. */
  Claim version(PlantedPrint print, Instant at, String parent, String key, int version) {
    List<String> pieces = print.pieces();
    String before = pieces.get(0);
    String sentence = String.join("", pieces.subList(1, 7));
    String source = source(key);
    Article article =
        article(key, source, before + plain(sentence) + pieces.get(7), at, at, version, agency);
    prints.add(article.articleId());
    parents.put(article.articleId(), parent);
    Claim claim =
        told(print, sentence, before.length())
            .in(article.articleId(), source)
            .at(at.toString())
            .claim();
    Claim wagons =
        Told.that("The convoy counted [250 wagons].")
            .in(article.articleId(), source)
            .at(at.toString())
            .from(print.story().lead().length() + 1)
            .counting("wagon")
            .value("250")
            .claim();
    keep(claim, family);
    keep(wagons, family + " wagons");
    return claim;
  }

  private static Told told(PlantedPrint print, String sentence, int from) {
    Told told =
        Told.that(sentence)
            .from(from)
            .value(print.value())
            .modality(print.modality())
            .by(print.story().agent());
    if (!print.month().isEmpty()) {
      boolean march = print.month().equals("March");
      told.during(
          "in " + print.month(),
          march ? "2021-03-01T00:00:00Z" : "2020-10-01T00:00:00Z",
          march ? "2021-04-01T00:00:00Z" : "2020-11-01T00:00:00Z");
    }
    if (!print.noun().isEmpty()) {
      told.counting(print.noun());
    }
    if (!print.hedge().isEmpty()) {
      told.hedged(print.hedge().strip());
    }
    if (print.hedge().startsWith("more")) {
      told.bound(">");
    }
    if (print.each()) {
      told.each("wagon");
    }
    return print.person().isEmpty() ? told : told.saidBy(print.person());
  }

  /** An article of one sentence. */
  void add(Told told, String sentence, Instant at, String kind) {
    opened(told, "", sentence, at, kind);
  }

  /** An article of an opening and a sentence. */
  void opened(Told told, String opening, String sentence, Instant at, String kind) {
    String key = Ids.of(family, articles.size(), "key");
    String before = opening.isEmpty() ? "" : opening + " ";
    Article article = article(key, source(key), before + plain(sentence), at, at, 1, null);
    keep(
        told.in(article.articleId(), article.source())
            .at(at.toString())
            .from(before.length())
            .claim(),
        family + kind);
  }

  /** An article of one sentence without a date. */
  void undated(Told told, String sentence, Instant loaded, String kind) {
    String key = Ids.of(family, articles.size(), "key");
    Article article = article(key, source(key), plain(sentence), null, loaded, 1, null);
    keep(told.in(article.articleId(), article.source()).at(null).claim(), family + kind);
  }

  /** Outlets differ within a story and recur in others. */
  private String source(String key) {
    int first = Math.floorMod(family.hashCode(), OUTLETS);
    int place = sources.computeIfAbsent(key, k -> sources.size());
    return "outlet" + (first + place) % OUTLETS + ".example";
  }

  private static String plain(String sentence) {
    return sentence.replace("[", "").replace("]", "");
  }

  private Article article(
      String key,
      String source,
      String text,
      Instant at,
      Instant loaded,
      int version,
      String credited) {
    Article article =
        new Article(
            Ids.of(key, text),
            key,
            family,
            null,
            source,
            null,
            null,
            null,
            null,
            null,
            credited,
            credited == null ? null : "credit line",
            text,
            "en",
            at,
            at == null ? null : "meta",
            at == null ? null : "minute",
            loaded,
            version,
            Ids.of(text),
            text.split(" ").length,
            text.codePointCount(0, text.length()),
            List.of(),
            null,
            null,
            List.of());
    articles.add(article);
    return article;
  }

  private void keep(Claim claim, String name) {
    claims.add(claim);
    truth.familyOf().put(claim.claimId(), name);
    truth.rootsOf().putIfAbsent(name, 1);
  }

  /** The passage that two prints share: the pieces that are equal are its blocks. */
  void align(PlantedPrint left, Claim leftClaim, PlantedPrint right, Claim rightClaim) {
    if (leftClaim.articleId().compareTo(rightClaim.articleId()) > 0) {
      align(right, rightClaim, left, leftClaim);
      return;
    }
    List<Block> blocks = new ArrayList<>();
    int l = 0;
    int r = 0;
    for (int i = 0; i < left.pieces().size(); i++) {
      String a = plain(left.pieces().get(i));
      String b = plain(right.pieces().get(i));
      if (a.equals(b) && !a.isEmpty()) {
        blocks.add(new Block(l, l + a.length(), r, r + b.length()));
      }
      l += a.length();
      r += b.length();
    }
    passages.add(
        new Passage(
            leftClaim.articleId(),
            rightClaim.articleId(),
            0,
            l,
            0,
            r,
            30,
            .9,
            .9,
            .9,
            "edited",
            "unclear",
            blocks));
  }
}
