package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlantedFamiliesTest {
  private static final String LOOK_ALIKES =
      ".* (elsewhere|capacity|next year|loss|setting|undated|money)";
  private static final PlantedFamilies.Corpus CORPUS = PlantedFamilies.generate(500, 20210405);
  private static final List<ClaimLink> LINKS = links(CORPUS);
  private static final Traces.Rows ROWS = Traces.of(CORPUS.facts(), LINKS, Map.of());

  private static List<ClaimLink> links(PlantedFamilies.Corpus corpus) {
    Map<String, List<Claim>> byArticle = new HashMap<>();
    for (Claim claim : corpus.claims()) {
      byArticle.computeIfAbsent(claim.articleId(), key -> new ArrayList<>()).add(claim);
    }
    Map<String, String> keys = new HashMap<>();
    corpus.facts().forEach(facts -> keys.merge(facts.articleId(), facts.articleKey(), (a, b) -> a));
    List<ClaimLink> links = new ArrayList<>();
    for (Passage passage : corpus.passages()) {
      links.addAll(
          PassageLinks.link(
              passage,
              byArticle.get(passage.leftId()),
              byArticle.get(passage.rightId()),
              keys.get(passage.leftId()).equals(keys.get(passage.rightId()))
                  ? Pairing.Kinship.OTHER_VERSION
                  : Pairing.Kinship.OTHER_ARTICLE));
    }
    links.addAll(quantityLinks(corpus.claims(), corpus.settingOf()));
    return links;
  }

  private static List<ClaimLink> quantityLinks(List<Claim> claims, Map<String, Setting> settingOf) {
    Map<String, List<ClaimProfile>> blocks = new LinkedHashMap<>();
    for (Claim claim : claims) {
      ClaimProfile profile =
          ClaimProfile.of(claim, settingOf.getOrDefault(claim.claimId(), Setting.NONE));
      for (String key : QuantityLinks.blockingKeys(claim)) {
        blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(profile);
      }
    }
    List<ClaimLink> links = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<ClaimProfile> block : blocks.values()) {
      for (int i = 0; i < block.size(); i++) {
        for (int k = i + 1; k < Math.min(block.size(), i + 60); k++) {
          String pair = block.get(i).claim().claimId() + block.get(k).claim().claimId();
          Optional<ClaimLink> link =
              seen.add(pair) ? QuantityLinks.compare(block.get(i), block.get(k)) : Optional.empty();
          link.ifPresent(links::add);
        }
      }
    }
    return links;
  }

  @Test
  void namesThePlantedDrift() {
    Map<String, Integer> wrong = new TreeMap<>();
    int right = 0;
    for (TraceMember member : ROWS.members()) {
      String planted = CORPUS.driftOf().get(member.claimId());
      if (planted != null) {
        List<String> expected = planted.isEmpty() ? List.of() : List.of(planted);
        boolean corrected = CORPUS.corrections().contains(member.claimId());
        if (member.drift().equals(expected)
            && member.parentClaimId() != null
            && corrected == member.relation().equals("corrected")) {
          right++;
        } else {
          wrong.merge(planted + " read as " + member.drift() + member.relation(), 1, Integer::sum);
        }
      }
    }
    double share = right / (double) CORPUS.driftOf().size();
    assertThat(share).as("planted drift found, wrong: %s", wrong).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void countsThePlantedRoots() {
    Map<String, Set<String>> tracesOf = new TreeMap<>();
    Map<String, Integer> roots = new HashMap<>();
    for (TraceSummary summary : ROWS.summaries()) {
      roots.put(summary.traceId(), summary.independentRoots());
    }
    for (TraceMember member : ROWS.members()) {
      String family = CORPUS.familyOf().get(member.claimId());
      tracesOf.computeIfAbsent(family, key -> new HashSet<>()).add(member.traceId());
    }
    Map<String, String> wrong = new TreeMap<>();
    tracesOf.forEach(
        (family, traces) -> {
          int expected = CORPUS.rootsOf().get(family);
          int found = traces.size() == 1 ? roots.get(traces.iterator().next()) : -1;
          if (found != expected && !family.endsWith("wagons")) {
            wrong.put(family, traces.size() + " traces, " + found + " roots of " + expected);
          }
        });
    long judged = tracesOf.keySet().stream().filter(name -> !name.endsWith("wagons")).count();
    assertThat(1 - wrong.size() / (double) judged)
        .as("families with exact roots, wrong: %s", wrong)
        .isGreaterThanOrEqualTo(.97);
  }

  @Test
  void joinsNoLookAlike() {
    Map<String, Set<String>> familiesOf = new TreeMap<>();
    for (TraceMember member : ROWS.members()) {
      String family = CORPUS.familyOf().get(member.claimId());
      familiesOf.computeIfAbsent(member.traceId(), key -> new HashSet<>()).add(family);
    }
    assertThat(familiesOf.values().stream().filter(families -> families.size() > 1)).isEmpty();
    long lookAlikes =
        CORPUS.familyOf().values().stream().filter(name -> name.matches(LOOK_ALIKES)).count();
    assertThat(lookAlikes).isEqualTo(7 * 500);
  }

  @Test
  void linksWhatIsDisputedAndWhatIsLater() {
    Set<String> disputed = new HashSet<>();
    Set<String> updated = new HashSet<>();
    for (ClaimLink link : LINKS) {
      String from = CORPUS.familyOf().get(link.fromClaimId());
      String to = CORPUS.familyOf().get(link.toClaimId());
      if (link.relation().equals("contradicted")) {
        // A copy that changed the value disputes a confirmation of the true one as well.
        assertThat(from.split(" ")[0]).as(link.reason()).isEqualTo(to.split(" ")[0]);
        assertThat(from + " " + to).doesNotMatch(LOOK_ALIKES);
        if ((from + to).contains("disputed")) {
          disputed.add(from.split(" ")[0]);
        }
      } else if (link.relation().equals("updated") && to.endsWith("later")) {
        updated.add(to.split(" ")[0]);
      }
    }
    assertThat(disputed).hasSizeGreaterThanOrEqualTo(475);
    assertThat(updated).hasSizeGreaterThanOrEqualTo(475);
  }
}
