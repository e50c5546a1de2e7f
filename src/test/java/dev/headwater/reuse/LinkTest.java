package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkTest {

  @Test
  void doesNotJoinASmallPartOfTwoArticlesOfOneOutlet() {
    assertThat(Link.joins("bell.example", "bell.example", 0.2)).isFalse();
  }

  @Test
  void joinsMostOfAnArticleWhateverItsOutlet() {
    assertThat(Link.joins("bell.example", "bell.example", 0.6)).isTrue();
    assertThat(Link.joins("bell.example", "courier.example", 0.2)).isTrue();
  }
}
