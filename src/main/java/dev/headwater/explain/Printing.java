package dev.headwater.explain;

import dev.headwater.model.Claim;
import dev.headwater.model.TraceMember;

/**
 * One claim of a family with what ties its article to others.
 *
 * @param member its place in the family
 * @param claim the claim
 * @param title headline of its article; null where there is none
 * @param owner owner of its outlet; null where unknown
 * @param agency news agency of the stretch it stands in, else of its article; null for none
 */
public record Printing(
    TraceMember member, Claim claim, String title, String owner, String agency) {}
