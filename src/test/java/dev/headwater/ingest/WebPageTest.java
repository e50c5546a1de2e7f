package dev.headwater.ingest;

import static dev.headwater.ingest.ReadingTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebPageTest {
  private static final String PAGE =
      "<html lang='en-GB'><head><title>Mill burns | Vale Post</title>"
          + "<meta property='og:site_name' content='Vale Post'>"
          + "<meta property='og:title' content='Mill burns in Oxley'>"
          + "<link rel='canonical' href='https://www.valepost.example/news/mill/'>"
          + "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":"
          + "\"2023-04-05T06:07:08+02:00\",\"author\":{\"name\":\"Ida Birk\"}}]}</script>"
          + "</head><body><nav>Home Sport</nav><article><h1>Mill burns in Oxley</h1>"
          + "<p>Fire took the old  mill at <b>Oxley</b> on Tuesday, the council said.</p>"
          + "<p>Nobody was hurt.<br>Forty looms are lost.</p><script>track()</script></article>"
          + "<footer>Imprint</footer></body></html>";

  @Test
  void readsTheStoryAndWhatThePageSaysOfIt() {
    RawRecord raw = (RawRecord) read("mill.html", PAGE).get(0);

    BuiltArticle built =
        (BuiltArticle)
            ArticleBuilder.build(
                raw, "mill.html", BuildSettings.standard(), Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(built.article().text())
        .isEqualTo(
            "Mill burns in Oxley\n\nFire took the old mill at Oxley on Tuesday, the council said."
                + "\n\nNobody was hurt.\nForty looms are lost.");
    assertThat(built.article().title()).isEqualTo("Mill burns in Oxley");
    assertThat(built.article().sourceName()).isEqualTo("Vale Post");
    assertThat(built.article().source()).isEqualTo("valepost.example");
    assertThat(built.article().byline()).isEqualTo("Ida Birk");
    assertThat(built.article().publishedAt()).isEqualTo("2023-04-05T04:07:08Z");
    assertThat(built.article().publishedAtBasis()).isEqualTo("meta");
    assertThat(built.article().lang()).isEqualTo("en");
  }

  @Test
  void expandsNoEntityThatADocumentDefines() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html [<!ENTITY a0 \"laugh \">");
    for (int n = 1; n < 10; n++) {
      String ten = ("&a" + (n - 1) + ";").repeat(10);
      page.append("<!ENTITY a").append(n).append(" \"").append(ten).append("\">");
    }
    page.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">]><html><body><article><p>");
    page.append("The council met on Tuesday. &a9; &file;</p></article></body></html>");

    RawRecord raw =
        (RawRecord) read("a.html", page.toString().getBytes(StandardCharsets.UTF_8)).get(0);
    BuiltArticle built =
        (BuiltArticle)
            ArticleBuilder.build(
                raw, "a.html", BuildSettings.standard(), Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(built.article().text())
        .contains("The council met on Tuesday.")
        .doesNotContain("laugh laugh", "root:")
        .hasSizeLessThan(2_000);
  }

  @Test
  void readsTheEncodingThatThePageTells() {
    byte[] page =
        "<html><head><meta charset='windows-1251'></head><body><p>\u041C\u0438\u0440</p></body>"
            .getBytes(Charset.forName("windows-1251"));

    RawRecord raw = (RawRecord) read("a.html", page).get(0);

    assertThat(raw.html()).contains("\u041C\u0438\u0440");
    assertThat(raw.issues()).isEmpty();
  }

  @Test
  void readsSuccessfulPagesOfAWebArchive() {
    String file =
        response("http://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE)
            + response("http://a.example/2", "404 Not Found", "text/html", "<p>gone</p>")
            + response("http://a.example/3", "200 OK", "image/png", "xx")
            + response("http://a.example/4", "200 OK", "text/plain", "A plain story of the day.");

    List<ReadResult> results = read("crawl.warc", file);

    assertThat(results).hasSize(2);
    assertThat(((RawRecord) results.get(0)).url()).isEqualTo("http://a.example/1");
    assertThat(((RawRecord) results.get(0)).html()).contains("Forty looms");
    assertThat(((RawRecord) results.get(1)).text()).isEqualTo("A plain story of the day.");
    assertThat(((RawRecord) results.get(1)).position()).isEqualTo(4);
  }

  @Test
  void readsThePagesBehindOneThatIsBroken() {
    String file =
        response("http://a.example/1", "2x0 OK", "text/html", "<p>bad status</p>")
            + response(
                "http://a.example/2",
                "200 OK",
                "text/html\r\nContent-Encoding: gzip",
                "<p>no gzip at all</p>")
            + response("http://a.example/3", "200 OK", "text/html;;=;", "<p>odd type</p>")
            + response("http://a.example/4", "200 OK", "text/plain", "A plain story of the day.");

    List<ReadResult> results = read("crawl.warc", file);

    assertThat(ReadingTest.texts(results)).endsWith("A plain story of the day.");
    assertThat(results).hasSize(4);
    assertThat(results.subList(0, 2))
        .allSatisfy(
            result -> {
              assertThat(((Problem) result).reason()).isEqualTo("broken_record");
              assertThat(((Problem) result).position()).isNotNull();
              assertThat(((Problem) result).excerpt()).startsWith("http://a.example/");
            });
  }

  @Test
  void saysThatAWebArchiveIsCutOffWithinAPage() {
    byte[] file =
        (response("http://a.example/1", "200 OK", "text/html", PAGE)
                + response("http://a.example/2", "200 OK", "text/html", PAGE))
            .getBytes(StandardCharsets.UTF_8);

    List<ReadResult> results = read("crawl.warc", Arrays.copyOf(file, file.length - 200));

    assertThat(((RawRecord) results.get(0)).url()).isEqualTo("http://a.example/1");
    assertThat(results.get(results.size() - 1)).isInstanceOf(Problem.class);
    assertThat(ReadingTest.reasons(results)).contains("truncated");
  }

  @Test
  void saysThatAWebArchiveIsCutOff() {
    byte[] file =
        response("http://a.example/1", "200 OK", "text/html", PAGE)
            .getBytes(StandardCharsets.UTF_8);

    List<ReadResult> results = read("crawl.warc", Arrays.copyOf(file, 100));

    assertThat(ReadingTest.reasons(results)).hasSize(1).first().isIn("truncated", "broken_warc");
  }

  private static String response(String url, String status, String type, String body) {
    String http =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.length()
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }
}
