package dev.headwater.reuse;

import java.util.List;

/**
 * Where one stretch of a cluster came from.
 *
 * @param role original, copy or unclear
 * @param parent index of the stretch it was most likely copied from; -1 when none is named
 * @param confidence in the parent, 0..1; null without one
 * @param basis reasons for the parent: date, credit, containment, wire
 * @param lagMinutes from the parent's publication; null where an hour is not known
 * @param representative whether the stretch stands for the cluster
 */
public record Parentage(
    String role,
    int parent,
    Double confidence,
    List<String> basis,
    Long lagMinutes,
    boolean representative) {}
