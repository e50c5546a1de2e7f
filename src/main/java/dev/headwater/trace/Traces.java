package dev.headwater.trace;

import dev.headwater.model.ClaimLink;
import dev.headwater.model.Root;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Claims and links to the rows of {@code traces} and {@code trace_summary}: one call for a
 * connected component, or for a whole small corpus; components do not influence one another.
 */
public final class Traces {
  private Traces() {}

  /** Rows of both tables, in the order of the families. */
  public record Rows(List<TraceMember> members, List<TraceSummary> summaries) {}

  /**
   * Traces the claims of one or more components.
   *
   * @param claims every claim once
   * @param links links among them
   * @param existing trace ids of the published release by claim id
   */
  public static Rows of(
      Collection<ClaimFacts> claims, Collection<ClaimLink> links, Map<String, String> existing) {
    List<TraceMember> members = new ArrayList<>();
    List<TraceSummary> summaries = new ArrayList<>();
    for (Family family : Families.of(claims, links, existing)) {
      List<Root> roots = IndependentRoots.of(family.members());
      List<TraceMember> own = TraceMembers.of(family, roots);
      members.addAll(own);
      summaries.add(TraceSummaries.of(family, roots, own));
    }
    return new Rows(List.copyOf(members), List.copyOf(summaries));
  }
}
