package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.reuse.PairBlock;
import dev.headwater.reuse.Postings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void areNumberedByDayThenIdWithoutSignAndThoseWithoutADayLast() {
    Documents documents = new Documents();
    long highest = -1L;
    documents.number(5, Postings.NO_DAY, true);
    documents.number(highest, 7, false);
    documents.number(3, 7, true);
    documents.number(9, -2, true);
    documents.number(1, Postings.NO_DAY, false);
    assertThat(documents.number(3, 7, true)).isEqualTo(2);
    IntArrayList owners = IntArrayList.of(0, 1, 2, 3, 4, 3);

    int[] renumbered = documents.inTime(owners);

    assertThat(renumbered).startsWith(4, 2, 1, 0, 3, 0);
    assertThat(List.of(documents.id(0), documents.id(1), documents.id(2)))
        .containsExactly(9L, 3L, highest);
    assertThat(List.of(documents.id(3), documents.id(4))).containsExactly(1L, 5L);
    assertThat(documents.day(0)).isEqualTo(-2);
    assertThat(documents.day(2)).isEqualTo(7);
    assertThat(documents.day(4)).isEqualTo(Postings.NO_DAY);
    assertThat(documents.freshByNumber()).containsExactly(true, true, false, false, true);
  }

  @Test
  void pairsOfABlockComeBackAlsoAfterTheBlockWasTaken() {
    PairBlock block = new PairBlock();
    block.add(70, 1, 60, 2, 4);
    block.add(70, 1, 50, 3, 1);
    block.add(60, 2, 50, 3, 8);
    assertThat(block.size()).isEqualTo(3);
    assertThat(pairs(block.take())).containsExactly("70@1 60@2 4", "70@1 50@3 1", "60@2 50@3 8");
    block.add(50, 3, 70, 1, 2);
    block.add(40, 9, 70, 1, 2);
    assertThat(pairs(block.take())).containsExactly("50@3 70@1 2", "40@9 70@1 2");
    assertThat(block.size()).isZero();
  }

  private static List<String> pairs(byte[] block) {
    List<String> documents = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    PairBlock.read(
        block,
        (id, day) -> {
          documents.add(id + "@" + day);
          return documents.size() - 1;
        },
        (left, right, count) ->
            pairs.add(documents.get(left) + " " + documents.get(right) + " " + count));
    return pairs;
  }
}
