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
    documents.number(5, Postings.NO_DAY, 50, true);
    documents.number(highest, 7, 70, false);
    documents.number(3, 7, 30, true);
    documents.number(9, -2, 90, true);
    documents.number(1, Postings.NO_DAY, 10, false);
    assertThat(documents.number(3, 7, 30, true)).isEqualTo(2);
    IntArrayList owners = IntArrayList.of(0, 1, 2, 3, 4, 3);

    int[] renumbered = documents.inTime(owners);

    assertThat(renumbered).startsWith(4, 2, 1, 0, 3, 0);
    assertThat(List.of(documents.id(0), documents.id(1), documents.id(2)))
        .containsExactly(9L, 3L, highest);
    assertThat(List.of(documents.id(3), documents.id(4))).containsExactly(1L, 5L);
    assertThat(List.of(documents.extent(0), documents.extent(1), documents.extent(4)))
        .containsExactly(90, 30, 50);
    assertThat(documents.day(0)).isEqualTo(-2);
    assertThat(documents.day(2)).isEqualTo(7);
    assertThat(documents.day(4)).isEqualTo(Postings.NO_DAY);
    assertThat(documents.freshByNumber()).containsExactly(true, true, false, false, true);
  }

  @Test
  void pairsOfABlockComeBackAlsoAfterTheBlockWasTaken() {
    PairBlock block = new PairBlock();
    block.add(70, 1, 7, 60, 2, 6, 4);
    block.add(70, 1, 7, 50, 3, 5, 1);
    block.add(60, 2, 6, 50, 3, 5, 8);
    assertThat(block.size()).isEqualTo(3);
    assertThat(pairs(block.take()))
        .containsExactly("70@1/7 60@2/6 4", "70@1/7 50@3/5 1", "60@2/6 50@3/5 8");
    block.add(50, 3, 5, 70, 1, 7, 2);
    block.add(40, 9, 4, 70, 1, 7, 2);
    assertThat(pairs(block.take())).containsExactly("50@3/5 70@1/7 2", "40@9/4 70@1/7 2");
    assertThat(block.size()).isZero();
  }

  private static List<String> pairs(byte[] block) {
    List<String> documents = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    PairBlock.read(
        block,
        (id, day, extent) -> {
          documents.add(id + "@" + day + "/" + extent);
          return documents.size() - 1;
        },
        (left, right, count) ->
            pairs.add(documents.get(left) + " " + documents.get(right) + " " + count));
    return pairs;
  }
}
