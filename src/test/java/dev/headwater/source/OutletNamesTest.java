package dev.headwater.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Vale Post (Web News),valepost",
    "Vale Post - News,valepost",
    "Vale Post | Home,valepost",
    "Vale Post – Sunday edition,valepost",
    "Vale Post Editorial ,valepost",
    "Vale Post Editorial Board,valepost",
    "Vale Post (Online News),valepost",
    "Vale Online News,valenews",
    "Vale Online News,vale"
  })
  void leavesOutDeskAndEdition(String printed, String key) {
    assertThat(OutletNames.of("valepost.example", printed).keys()).contains(key);
    assertThat(OutletNames.of("printed", printed).keys())
        .noneMatch(name -> name.contains("web") || name.contains("editorial"));
  }

  @Test
  void keepsNewsThatIsPartOfTheName() {
    assertThat(OutletNames.of("valenews.example", "Vale News").keys()).containsExactly("valenews");
  }

  @ParameterizedTest
  @CsvSource({
    "eastriverpost.example,East River Post",
    "east-river-post.co.uk,East River Post",
    "theriver.example,The River",
    "theriver.example,River",
    "nytimes.com,New York Times",
    "cnn.com,CNN",
    "apnews.com,Associated Press",
    "yna.co.kr,Yonhap News"
  })
  void knowsAnOutletByItsAddressAlone(String domain, String name) {
    assertThat(OutletNames.of(domain, null).has(name)).isTrue();
  }

  @Test
  void readsAnAddressThatStandsForTheName() {
    assertThat(OutletNames.of("valepost.example", "ValePost.example").keys())
        .containsExactly("valepost");
  }

  @Test
  void knowsTheOtherNamesOfAnOutletWithoutAddress() {
    assertThat(OutletNames.of("new york times", "New York Times - News").has("NYT")).isTrue();
  }

  @Test
  void findsNoNameForAnUnknownOutlet() {
    assertThat(OutletNames.of("unknown:00112233", null).keys()).isEmpty();
    assertThat(OutletNames.of("unknown:00112233", "!").keys()).isEmpty();
  }
}
