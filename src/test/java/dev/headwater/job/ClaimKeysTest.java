package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.bench.PlantedCorpus;
import dev.headwater.bench.PlantedRows;
import dev.headwater.bench.Told;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.Ids;
import dev.headwater.model.TestArticle;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import dev.headwater.trace.QuantityLinks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night finds in the kept keys of claims is what one batch over all claims finds. */
class ClaimKeysTest {
  private static final int STORIES = 12;
  private static final int NIGHTS = 3;

  /** More than may share a key. */
  private static final int REPEATED = 205;

  private static final Instant AT = Instant.parse("2021-05-03T08:00:00Z");

  @TempDir Path folder;

  private final List<Article> articles = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  @Test
  void aNightProfilesItsOwnClaimsAndReadsOfTheHistoryThoseItMeets() {
    addStories();
    articles.add(article("known", AT));
    claims.add(
        told("known", "Odo Prell has [4,519 barges] of salt moored above Tarn Hollow.", "barge"));
    Run run = run("history");
    links(run, articles, claims);
    int known = claims.size();
    assertThat(run.counter(TracesStage.NAME, "claims_profiled")).isEqualTo(known);
    long keyed = claims.stream().filter(c -> !QuantityLinks.blockingKeys(c).isEmpty()).count();
    assertThat(run.read(Tables.CLAIM_KEYS).count()).isEqualTo(keyed);

    Claim lone = told("lone", "Eels sleep in [3,117 caves] of black Morvane basalt.", "cave");
    Claim met = told("met", "Above Tarn Hollow Odo Prell counted [4,519 barges] of salt.", "barge");
    TreeSet<String> keys = new TreeSet<>(QuantityLinks.blockingKeys(lone));
    keys.addAll(QuantityLinks.blockingKeys(met));
    assertThat(claims).filteredOn(claim -> sharesOneOf(keys, claim)).hasSize(1);
    List<String> found =
        links(run, List.of(article("lone", AT), article("met", AT)), List.of(lone, met));

    assertThat(run.counter(TracesStage.NAME, "claims_profiled")).isEqualTo(2);
    // The filter lets some pass that share no key; they are not read.
    assertThat(run.counter(TracesStage.NAME, "claims_met")).isBetween(1.0, known / 4.0);
    assertThat(run.counter(TracesStage.NAME, "claims_compared")).isEqualTo(2);
    assertThat(found).singleElement().asString().contains(met.claimId());
  }

  @Test
  void nightsFindTheLinksOfABatchThoughAKeyHasTooManyClaims() {
    addStories();
    for (int i = 0; i <= REPEATED; i++) {
      articles.add(article("quay " + i, AT));
      claims.add(repeated("quay " + i));
    }
    Claim one = repeated("quay 1");
    Claim last = repeated("quay " + REPEATED);
    assertThat(QuantityLinks.compare(one, last)).as("but for the cap").isPresent();
    List<String> batch = links(run("batch"), articles, claims);
    assertThat(batch).hasSizeGreaterThan(100);

    Run run = run("nights");
    List<String> nights = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      List<Article> own = new ArrayList<>();
      for (Article article : articles) {
        if (night(article) == night) {
          own.add(article);
        }
      }
      TreeSet<String> ids = new TreeSet<>(own.stream().map(Article::articleId).toList());
      List<String> found =
          links(run, own, claims.stream().filter(c -> ids.contains(c.articleId())).toList());
      assertThat(found.isEmpty()).as("night " + night).isEqualTo(night == 0);
      nights.addAll(found);
    }
    assertThat(run.counter(TracesStage.NAME, "keys_capped")).isPositive();
    assertThat(nights).containsExactlyInAnyOrderElementsOf(batch);
    assertThat(sortedKeys(run)).doesNotHaveDuplicates();
  }

  @Test
  void forgottenClaimsLeaveAndThoseComparedAgainStandOnce() {
    String text =
        "The harbour board of Eastmere said that 6,742 containers had been left on the northern"
            + " quay since the storm, and that nobody had come for them in all of the summer.";
    Run run = run("forget");
    List<String> names = List.of("gone", "copy", "other");
    for (String name : names) {
      Instant loaded = AT.plus(Duration.ofHours(names.indexOf(name)));
      boolean other = name.equals("other");
      articles.add(
          TestArticle.of(Ids.of(name), other ? "Elsewhere " + text : text)
              .source(name + ".example")
              .textHash(other ? "other" : "same")
              .at(AT)
              .loaded(loaded)
              .article());
      claims.add(repeated(name));
    }
    append(run, articles, claims);
    ReprintsStage reprints = new ReprintsStage(ReuseSettings.DEFAULTS);
    for (Stage stage : List.of(reprints, new TracesStage())) {
      stage.run(run);
      run.finish(stage.name());
    }
    assertThat(sortedKeys(run)).containsExactlyElementsOf(ids(claims));
    List<String> before = storedLinks(run);
    assertThat(before).anyMatch(link -> link.contains(claims.get(0).claimId()));

    new ForgetStage(List.of(Ids.of("gone")), ReuseSettings.DEFAULTS).run(run);

    assertThat(sortedKeys(run)).containsExactlyElementsOf(ids(claims.subList(1, 3)));
    String gone = claims.get(0).claimId();
    assertThat(storedLinks(run))
        .isNotEmpty()
        .isEqualTo(before.stream().filter(link -> !link.contains(gone)).toList());
  }

  /** Stories 0 to 11 as they were planted, of some 26 claims each. */
  private void addStories() {
    for (int story = 0; story < STORIES; story++) {
      PlantedRows rows = PlantedCorpus.family(story, 7);
      articles.addAll(rows.articles());
      claims.addAll(rows.claims());
    }
  }

  /** Repeated claims stand in the first night, one in the last; stories in the second and third. */
  private static int night(Article article) {
    boolean isLast = article.articleId().equals(Ids.of("quay " + REPEATED));
    boolean isRepeated = article.textHash().startsWith("quay");
    return isLast ? NIGHTS - 1 : isRepeated ? 0 : (int) (Ids.number(article.articleId()) & 1) + 1;
  }

  private static Article article(String name, Instant at) {
    return TestArticle.of(Ids.of(name), "Containers.").textHash(name).at(at).loaded(AT).article();
  }

  private static Claim repeated(String name) {
    return told(
        name,
        "Since the storm [6,742 containers] stand on the northern quay of Eastmere.",
        "container");
  }

  private static Claim told(String name, String sentence, String noun) {
    String value =
        sentence.substring(sentence.indexOf('[') + 1, sentence.indexOf(' ', sentence.indexOf('[')));
    return Told.that(sentence)
        .in(Ids.of(name), name.replace(' ', '-') + ".example")
        .at(AT.toString())
        .counting(noun)
        .value(value.replace(",", ""))
        .claim();
  }

  private static boolean sharesOneOf(Collection<String> keys, Claim claim) {
    return QuantityLinks.blockingKeys(claim).stream().anyMatch(keys::contains);
  }

  private Run run(String name) {
    return TestRun.open(Warehouse.write(LocalSpark.on(folder.resolve(name))), name);
  }

  private static void append(Run run, List<Article> articles, List<Claim> claims) {
    run.append(Tables.ARTICLES, RowCodec.of(Article.class).dataset(run.spark(), articles));
    run.append(Tables.CLAIMS, RowCodec.of(Claim.class).dataset(run.spark(), claims));
  }

  /** Loads articles with their claims and gives the links that these find. */
  private static List<String> links(Run run, List<Article> articles, List<Claim> claims) {
    append(run, articles, claims);
    return new QuantityStep(run)
            .links(
                run,
                RowCodec.of(Article.class)
                    .dataset(run.spark(), articles)
                    .select("article_id", "published_at", "ingested_at"))
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
  }

  private static List<String> storedLinks(Run run) {
    return run
        .read(Tables.CLAIM_LINKS)
        .where(col("via").equalTo("quantity"))
        .select(functions.concat_ws(" ", col("from_claim_id"), col("to_claim_id")).alias("ends"))
        .orderBy("ends")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The claims of all rows of `claim_keys`. */
  private static List<String> sortedKeys(Run run) {
    return run
        .read(Tables.CLAIM_KEYS)
        .select("claim_id")
        .orderBy("claim_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> ids(List<Claim> claims) {
    return claims.stream().map(Claim::claimId).sorted().toList();
  }
}
