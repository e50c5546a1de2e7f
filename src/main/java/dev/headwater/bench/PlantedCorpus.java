package dev.headwater.bench;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.trace.ClaimFacts;
import dev.headwater.trace.ClaimProfile;
import dev.headwater.trace.Pairing;
import dev.headwater.trace.PassageLinks;
import dev.headwater.trace.QuantityLinks;
import dev.headwater.trace.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invented stories as {@link PlantedFamily} tells them, in memory, and their links by the kernels
 * in a plain loop.
 *
 * @param facts the claims with what is known of their articles
 * @param settings what each article tells around its claims
 * @param passages aligned stretches of two prints
 * @param truth what was planted
 */
public record PlantedCorpus(
    List<ClaimFacts> facts,
    Map<String, Setting> settings,
    List<Passage> passages,
    PlantedTruth truth) {
  /** Claims of a key beyond these are left out, as in the job. */
  private static final int MOST_CLAIMS = 200;

  /** The rows of one story; the same number and seed give the same rows. */
  public static PlantedRows family(long number, long seed) {
    return PlantedFamily.of(number, seed);
  }

  /** So many stories; the same seed gives the same corpus. */
  public static PlantedCorpus of(int families, long seed) {
    List<ClaimFacts> facts = new ArrayList<>();
    Map<String, Setting> settings = new HashMap<>();
    List<Passage> passages = new ArrayList<>();
    PlantedTruth truth = PlantedTruth.empty();
    for (int i = 0; i < families; i++) {
      PlantedRows rows = family(i, seed);
      facts.addAll(facts(rows));
      rows.articles().forEach(article -> settings.put(article.articleId(), Setting.of(article)));
      passages.addAll(rows.passages());
      truth.add(rows.truth());
    }
    return new PlantedCorpus(facts, settings, passages, truth);
  }

  private static List<ClaimFacts> facts(PlantedRows rows) {
    Map<String, Article> articles = new HashMap<>();
    rows.articles().forEach(article -> articles.put(article.articleId(), article));
    Map<String, ClusterMember> stretches = new HashMap<>();
    rows.clusters().forEach(member -> stretches.put(member.articleId(), member));
    List<ClaimFacts> facts = new ArrayList<>();
    for (Claim claim : rows.claims()) {
      ClusterMember stretch = stretches.get(claim.articleId());
      facts.add(
          new ClaimFacts(
              claim,
              articles.get(claim.articleId()).articleKey(),
              null,
              null,
              stretch == null ? null : stretch.agency(),
              stretch == null ? null : stretch.clusterId(),
              stretch == null ? null : stretch.parent(),
              null));
    }
    return facts;
  }

  /** The links between the claims. */
  public List<ClaimLink> links() {
    Map<String, List<Claim>> byArticle = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (ClaimFacts told : facts) {
      String article = told.claim().articleId();
      byArticle.computeIfAbsent(article, key -> new ArrayList<>()).add(told.claim());
      keys.put(article, told.articleKey());
    }
    List<ClaimLink> links = new ArrayList<>();
    for (Passage passage : passages) {
      links.addAll(
          PassageLinks.link(
              passage,
              byArticle.get(passage.leftId()),
              byArticle.get(passage.rightId()),
              keys.get(passage.leftId()).equals(keys.get(passage.rightId()))
                  ? Pairing.Kinship.OTHER_VERSION
                  : Pairing.Kinship.OTHER_ARTICLE));
    }
    links.addAll(quantityLinks());
    return links;
  }

  private List<ClaimLink> quantityLinks() {
    Map<String, List<ClaimProfile>> blocks = new LinkedHashMap<>();
    for (ClaimFacts told : facts) {
      ClaimProfile profile = ClaimProfile.of(told.claim(), settings.get(told.claim().articleId()));
      for (String key : QuantityLinks.blockingKeys(profile)) {
        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(profile);
      }
    }
    List<ClaimLink> links = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<ClaimProfile> block : blocks.values()) {
      for (int i = 0; i < block.size() && block.size() <= MOST_CLAIMS; i++) {
        for (int k = i + 1; k < block.size(); k++) {
          String pair = block.get(i).claim().claimId() + block.get(k).claim().claimId();
          if (seen.add(pair)) {
            QuantityLinks.compare(block.get(i), block.get(k)).ifPresent(links::add);
          }
        }
      }
    }
    return links;
  }
}
