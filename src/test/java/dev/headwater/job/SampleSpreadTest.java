package dev.headwater.job;

import static dev.headwater.job.SampleTables.each;
import static dev.headwater.job.SampleTables.expected;
import static dev.headwater.job.SampleTables.text;
import static dev.headwater.job.SampleTables.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headwater.model.Claim;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How the sample's texts and numbers spread, against expected.json. */
class SampleSpreadTest {
  private final SampleTables tables = SampleTables.whole();

  @TestFactory
  Stream<DynamicTest> groupsReprints() {
    return each(
        "reprint_groups",
        entry -> {
          List<String> members = texts(entry.get("members"));
          Set<String> common = new TreeSet<>(tables.clustersOf(members.get(0)));
          for (String member : members) {
            assertThat(tables.clustersOf(member))
                .as("clusters of " + member + ", one of them in " + common)
                .anyMatch(common::contains);
            common.retainAll(tables.clustersOf(member));
          }
          Set<String> allowed = new HashSet<>(members);
          allowed.addAll(texts(entry.get("may_join")));
          String cluster = common.iterator().next();
          assertThat(tables.clusters().stream().filter(m -> m.clusterId().equals(cluster)))
              .extracting(member -> tables.nativeId(member.articleId()))
              .isSubsetOf(allowed);
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsOtherTextsApart() {
    return each(
        "not_in_one_cluster",
        entry -> {
          List<String> pair = texts(entry.get("pair"));
          Set<String> common = new TreeSet<>(tables.clustersOf(pair.get(0)));
          common.retainAll(tables.clustersOf(pair.get(1)));
          assertThat(common).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> tellsKindsOfReuse() {
    return each(
        "passages",
        entry -> {
          List<String> pair = texts(entry.get("pair"));
          Set<String> one = tables.copies(pair.get(0));
          Set<String> other = tables.copies(pair.get(1));
          assertThat(tables.passages())
              .filteredOn(
                  p ->
                      one.contains(p.leftId()) && other.contains(p.rightId())
                          || other.contains(p.leftId()) && one.contains(p.rightId()))
              .extracting(Passage::reuseKind)
              .containsAnyElementsOf(texts(entry.get("reuse_kind_any_of")));
        });
  }

  @TestFactory
  Stream<DynamicTest> findsParents() {
    return each(
        "parents",
        entry -> {
          String id = tables.article(text(entry, "native_id")).articleId();
          List<String> parents = texts(entry.get("parent_any_of"));
          List<ClusterMember> stretches =
              tables.clusters().stream().filter(m -> m.articleId().equals(id)).toList();
          assertThat(stretches)
              .extracting(m -> m.parent() == null ? null : tables.nativeId(m.parent()))
              .containsAnyElementsOf(parents);
          if (text(entry, "lag_minutes") != null) {
            assertThat(stretches)
                .extracting(ClusterMember::lagMinutes)
                .contains(entry.get("lag_minutes").asLong());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> findsOriginals() {
    return each(
        "originals",
        entry -> {
          String id = tables.article(entry.asText()).articleId();
          assertThat(tables.clusters())
              .filteredOn(member -> member.articleId().equals(id))
              .extracting(ClusterMember::role)
              .contains("original");
        });
  }

  @TestFactory
  Stream<DynamicTest> tracesNumbers() {
    return expectedTraces()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    text(entry, "name"), () -> assertThat(disagreements(entry)).isEmpty()));
  }

  private static Stream<JsonNode> expectedTraces() {
    List<JsonNode> traces = new ArrayList<>();
    expected("traces").forEach(traces::add);
    return traces.stream();
  }

  private List<String> disagreements(JsonNode entry) {
    List<String> found = new ArrayList<>();
    JsonNode first = entry.get("members").get(0);
    List<TraceMember> origins = members(text(first, "native_id"), text(first, "surface"));
    if (origins.isEmpty()) {
      return List.of("the first member is in no trace");
    }
    String trace = origins.get(0).traceId();
    for (JsonNode member : entry.get("members")) {
      List<TraceMember> places =
          members(text(member, "native_id"), text(member, "surface")).stream()
              .filter(place -> place.traceId().equals(trace))
              .toList();
      boolean holds = places.stream().anyMatch(place -> agrees(place, member));
      if (holds && member.has("not_yet")) {
        found.add("holds now; take not_yet out: " + member);
      } else if (!holds && !member.has("not_yet")) {
        found.add(member + " but " + places.stream().map(this::shown).toList());
      }
    }
    for (JsonNode member : entry.get("if_joined")) {
      members(text(member, "native_id"), text(member, "surface")).stream()
          .filter(place -> place.traceId().equals(trace) && !agrees(place, member))
          .forEach(place -> found.add(member + " but " + shown(place)));
    }
    found.addAll(strangers(entry, trace));
    found.addAll(summary(entry, trace));
    return found;
  }

  private List<TraceMember> members(String nativeId, String surface) {
    Set<String> claims =
        tables.claims(nativeId, surface).stream().map(Claim::claimId).collect(Collectors.toSet());
    return tables.traces().stream().filter(m -> claims.contains(m.claimId())).toList();
  }

  private static boolean agrees(TraceMember place, JsonNode member) {
    boolean drift =
        !member.has("drift")
            || new TreeSet<>(place.drift()).equals(new TreeSet<>(texts(member.get("drift"))));
    boolean relation = !member.has("relation") || place.relation().equals(text(member, "relation"));
    boolean factor =
        !member.has("factor")
            || place.factor() != null
                && place.factor().compareTo(new BigDecimal(text(member, "factor"))) == 0;
    return drift && relation && factor;
  }

  private String shown(TraceMember place) {
    String parent =
        tables.claims().stream()
            .filter(claim -> Objects.equals(claim.claimId(), place.parentClaimId()))
            .map(claim -> tables.nativeId(claim.articleId()) + " \"" + claim.surface() + "\"")
            .findFirst()
            .orElse("none");
    return place.relation() + " " + place.drift() + " factor " + place.factor() + " from " + parent;
  }

  private List<String> strangers(JsonNode entry, String trace) {
    Set<String> known = new HashSet<>(texts(entry.get("may_join")));
    entry.get("members").forEach(member -> known.add(text(member, "native_id")));
    return tables.traces().stream()
        .filter(member -> member.traceId().equals(trace))
        .map(member -> tables.nativeId(member.articleId()))
        .filter(nativeId -> !known.contains(nativeId))
        .map(nativeId -> "also in the trace: " + nativeId)
        .toList();
  }

  private List<String> summary(JsonNode entry, String trace) {
    TraceSummary summary =
        tables.summaries().stream()
            .filter(s -> s.traceId().equals(trace))
            .findFirst()
            .orElseThrow();
    List<String> found = new ArrayList<>();
    JsonNode roots = entry.get("independent_roots");
    boolean holds =
        summary.independentRoots() >= roots.get("least").asInt()
            && summary.independentRoots() <= roots.get("most").asInt();
    if (holds == roots.has("not_yet")) {
      found.add(roots + " expected but " + summary.roots());
    }
    String origin = text(entry, "named_origin");
    if (origin != null && !origin.equals(summary.namedOrigin())) {
      found.add("named origin " + origin + " expected but " + summary.namedOrigin());
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> keepsOtherNumbersApart() {
    return each(
        "not_in_one_trace",
        entry -> {
          JsonNode left = entry.get("left");
          JsonNode right = entry.get("right");
          Set<String> common = tracesOf(left);
          common.retainAll(tracesOf(right));
          assertThat(common).isEmpty();
        });
  }

  private Set<String> tracesOf(JsonNode claim) {
    return members(text(claim, "native_id"), text(claim, "surface")).stream()
        .map(TraceMember::traceId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void hasNoMoreRootsThanOutletsThanArticlesWithAndWithoutWireCopy() {
    for (TraceSummary family : SampleTables.whole().summaries()) {
      assertThat(family.independentRoots())
          .isBetween(1, family.sources())
          .isGreaterThanOrEqualTo(family.independentRootsWithoutWire());
      assertThat(family.sources()).isLessThanOrEqualTo(family.articles());
      assertThat(family.independentRootsWithoutWire())
          .isLessThanOrEqualTo(family.sourcesWithoutWire());
      assertThat(family.sourcesWithoutWire()).isLessThanOrEqualTo(family.articlesWithoutWire());
      assertThat(family.articlesWithoutWire()).isLessThanOrEqualTo(family.articles());
    }
    assertThat(SampleTables.whole().summaries())
        .anyMatch(family -> family.articlesWithoutWire() < family.articles());
  }
}
