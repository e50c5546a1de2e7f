package dev.headwater.model;

/** Passages for tests. */
public final class TestPassage {
  private TestPassage() {}

  /** The passage as it is where the two articles have each other's id. */
  public static Passage mirrored(Passage passage) {
    return new Passage(
        passage.leftId(),
        passage.rightId(),
        passage.rightBegin(),
        passage.rightEnd(),
        passage.leftBegin(),
        passage.leftEnd(),
        passage.words(),
        passage.identity(),
        passage.rightShare(),
        passage.leftShare(),
        passage.reuseKind(),
        passage.originClass(),
        passage.blocks().stream()
            .map(b -> new Block(b.rightBegin(), b.rightEnd(), b.leftBegin(), b.leftEnd()))
            .toList(),
        mirrored(passage.credits()));
  }

  private static String mirrored(String side) {
    if ("left".equals(side)) {
      return "right";
    }
    return "right".equals(side) ? "left" : side;
  }
}
