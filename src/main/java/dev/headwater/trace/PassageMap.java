package dev.headwater.trace;

import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import java.util.List;

/**
 * Carries offsets of the left text over to the right text through the blocks of a passage.
 *
 * <p>Inside a block the mapping is exact; between two blocks it is linear, from the end of one to
 * the begin of the next. A binary search per offset.
 */
record PassageMap(Passage passage, List<Block> blocks) {

  static PassageMap of(Passage passage) {
    return new PassageMap(passage, passage.blocks() == null ? List.of() : passage.blocks());
  }

  /** Where a stretch of the left text should stand in the right one, and how surely. */
  Slot slot(int begin, int end) {
    int last = Math.max(begin, end - 1);
    Gap from = gap(begin);
    Gap to = gap(last);
    int slack = Math.max(from.slack(), to.slack());
    return new Slot(from.map(begin), Math.max(from.map(begin), to.map(last)) + 1, slack);
  }

  private Gap gap(int point) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).leftBegin() <= point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int before = low - 1;
    if (before >= 0 && point < blocks.get(before).leftEnd()) {
      Block block = blocks.get(before);
      return new Gap(
          block.leftBegin(), block.leftEnd(), block.rightBegin(), block.rightEnd(), Kind.BLOCK);
    }
    int leftBegin = before < 0 ? passage.leftBegin() : blocks.get(before).leftEnd();
    int rightBegin = before < 0 ? passage.rightBegin() : blocks.get(before).rightEnd();
    int leftEnd = low == blocks.size() ? passage.leftEnd() : blocks.get(low).leftBegin();
    int rightEnd = low == blocks.size() ? passage.rightEnd() : blocks.get(low).rightBegin();
    return new Gap(leftBegin, leftEnd, rightBegin, Math.max(rightBegin, rightEnd), Kind.GAP);
  }

  /**
   * A place in the right text.
   *
   * @param slack code points by which the true place may lie off; 0 inside a block
   */
  record Slot(int begin, int end, int slack) {
    /** Code points between the slot and a stretch; 0 where they touch. */
    int distance(int otherBegin, int otherEnd) {
      return Math.max(0, Math.max(otherBegin - end, begin - otherEnd));
    }
  }

  private enum Kind {
    BLOCK,
    GAP
  }

  private record Gap(int leftBegin, int leftEnd, int rightBegin, int rightEnd, Kind kind) {
    int map(int point) {
      if (kind == Kind.BLOCK) {
        return rightBegin + Math.min(point - leftBegin, Math.max(0, rightEnd - rightBegin - 1));
      }
      int width = Math.max(1, leftEnd - leftBegin);
      long offset = (long) (point - leftBegin) * (rightEnd - rightBegin) / width;
      return (int) Math.max(rightBegin, Math.min(rightEnd, rightBegin + offset));
    }

    int slack() {
      return kind == Kind.BLOCK ? 0 : Math.max(leftEnd - leftBegin, rightEnd - rightBegin);
    }
  }
}
