package dev.headwater.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletsTest {
  @ParameterizedTest
  @CsvSource({
    "http://www.valepost.com/a,valepost.com",
    "HTTPS://M.ValePost.com:443/a/,valepost.com",
    "https://news.local.valepost.co.uk/a,valepost.co.uk",
    "//valepost.com,valepost.com",
    "valepost.com/a/b,valepost.com",
    "https://ida.wordpress.com/x,ida.wordpress.com",
    "http://10.1.2.3:8080/x,10.1.2.3"
  })
  void findsTheRegisteredDomainOfAnAddress(String url, String domain) {
    assertThat(Outlets.domain(url)).contains(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "www.ValePost.com/,valepost.com",
    "https://www.valepost.com/,valepost.com",
    "'  Vale   Post ',vale post",
    "VALE POST (Web News),vale post",
    "Vale Post - News,vale post",
    "News,news"
  })
  void writesAnOutletsNameOneWay(String source, String outlet) {
    assertThat(Outlets.named(source)).contains(outlet);
  }

  @Test
  void knowsNoOutletOfNothing() {
    assertThat(Outlets.named(" ")).isEmpty();
    assertThat(Outlets.domain("no address")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.valepost.com/a/,valepost.com/a",
    "https://valepost.com:443/a#top,valepost.com/a",
    "https://valepost.com/a?utm_source=x&fbclid=1,valepost.com/a",
    "https://amp.valepost.com/a/amp/,valepost.com/a",
    "https://valepost.com/a?b=2&a=1,valepost.com/a?a=1&b=2",
    "https://valepost.com/story?id=7&utm_medium=rss,valepost.com/story?id=7",
    "https://VALEPOST.com/A,valepost.com/A"
  })
  void writesOneAddressForAllWaysToFetchIt(String url, String canonical) {
    assertThat(WebAddress.of(url).orElseThrow().canonical()).isEqualTo(canonical);
  }

  @Test
  void readsTheOwnersFile() throws IOException {
    Owners owners =
        Owners.read(
            new StringReader("domain,name,owner\nwww.valepost.com,Vale Post,Oxley Group\n"),
            "o.csv");

    assertThat(owners.of("valepost.com")).contains(new Owners.Entry("Vale Post", "Oxley Group"));
    assertThat(owners.of("other.com")).isEmpty();
  }

  @Test
  void saysWhatAnOwnersFileLacks() {
    assertThatThrownBy(() -> Owners.read(new StringReader("paper,owner\na,b\n"), "o.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read owners from o.csv: column \"domain\" is missing (found: paper, owner)."
                + " The header must be domain,name,owner.");
  }
}
