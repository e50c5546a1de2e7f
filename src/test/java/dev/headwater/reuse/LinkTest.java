package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Passage;
import dev.headwater.model.TestPassage;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final int WORDS = 40;

  @Test
  void doesNotJoinASmallPartOfTwoArticlesOfOneOutlet() {
    assertThat(Link.joins("bell.example", "bell.example", 0.2)).isFalse();
  }

  @Test
  void joinsMostOfAnArticleWhateverItsOutlet() {
    assertThat(Link.joins("bell.example", "bell.example", 0.6)).isTrue();
    assertThat(Link.joins("bell.example", "courier.example", 0.2)).isTrue();
  }

  /** In the order of one text the first passage and the last are one story, in the other's not. */
  @Test
  void joinsTheSamePassagesWhicheverArticleIsLeft() {
    List<Passage> passages = List.of(passage(0, 500), passage(150, 0), passage(300, 650));
    List<Link> links = Link.of(passages, ReuseSettings.DEFAULTS);
    assertThat(links).extracting(Link::words).containsExactly(WORDS, WORDS, WORDS);
    List<Passage> mirrored = passages.stream().map(TestPassage::mirrored).toList();
    assertThat(Link.of(mirrored, ReuseSettings.DEFAULTS))
        .isEqualTo(
            links.stream()
                .map(LinkTest::mirrored)
                .sorted(Comparator.comparingInt(Link::leftBegin))
                .toList());
  }

  private static Passage passage(int left, int right) {
    return new Passage(
        "a",
        "b",
        left,
        left + 100,
        right,
        right + 100,
        WORDS,
        1,
        .1,
        .2,
        "partial",
        "unclear",
        List.of());
  }

  private static Link mirrored(Link link) {
    return new Link(
        link.rightBegin(),
        link.rightEnd(),
        link.leftBegin(),
        link.leftEnd(),
        link.words(),
        link.rightShare(),
        link.leftShare());
  }
}
