package dev.headwater.explain;

import dev.headwater.model.TraceMember;

/** What happened to a number between a claim and its parent, in words. */
final class Hop {
  private Hop() {}

  /** The relation, how it was found, and the drift: {@code drifted by the same passage: scale}. */
  static String words(TraceMember member) {
    StringBuilder words = new StringBuilder(member.relation());
    if ("passage".equals(member.via())) {
      words.append(", by a shared passage");
    } else if ("quantity".equals(member.via())) {
      words.append(", by the same quantity in other words");
    }
    if (!member.drift().isEmpty()) {
      words.append("; drift: ").append(String.join(", ", member.drift()));
    }
    if (member.factor() != null) {
      words.append("; × ").append(Printed.number(member.factor()));
    }
    return words.toString();
  }
}
