package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.Submitted;
import dev.headwater.model.Claim;
import dev.headwater.model.TraceSummary;
import dev.headwater.model.UserMistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What explain says of the silos of data/sample. */
class ExplainTest {
  private final SampleTables tables = SampleTables.whole();

  private Submitted explain(String... words) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of("--warehouse", SampleRun.whole().warehouse().toString()));
    all.addAll(List.of(words));
    return Submitted.job(all.toArray(String[]::new));
  }

  private String page(String... words) {
    Submitted given = explain(words);
    assertThat(given.status()).as(given.err()).isZero();
    return given.out();
  }

  private TraceSummary silos() {
    return tables.summaries().stream()
        .filter(summary -> "silo".equals(summary.unit()))
        .max(Comparator.comparingInt(TraceSummary::articles))
        .orElseThrow();
  }

  private Claim silosIn(String source) {
    TraceSummary silos = silos();
    String claimId =
        tables.traces().stream()
            .filter(member -> member.traceId().equals(silos.traceId()))
            .map(member -> member.claimId())
            .filter(id -> claim(id).source().equals(source))
            .findFirst()
            .orElseThrow();
    return claim(claimId);
  }

  private Claim claim(String claimId) {
    return tables.claims().stream()
        .filter(claim -> claim.claimId().equals(claimId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPairIsShownWithItsAlignmentAndItsPlaceInTheCluster() {
    String page =
        page(
            "--width",
            "90",
            "--pair",
            silosIn("kestrelledger.example").articleId(),
            silosIn("harborcourier.example").articleId());
    assertThat(page.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 90);
    assertThat(page)
        .contains("Passage 1 of 1", "reuse       cut (", "words       ", "covers      ")
        .contains(" | KORRIN")
        .contains("[about] ", "[[farthest of them stands")
        .contains(": both", "parent ", "confidence", "because date (");
  }

  @Test
  void aPairWithoutAPassageHangsTogetherThroughOthers() {
    assertThat(
            page(
                "--pair",
                silosIn("kestrelledger.example").articleId(),
                silosIn("northwire.example").articleId()))
        .contains("No passage of these two is in the table passages")
        .contains("They hang together through others:", "(harborcourier.example)");
  }

  @Test
  void aClaimIsShownInItsSentenceWithItsFieldsAndItsChain() {
    String page = page("--width", "400", "--claim", silosIn("velmoratimes.example").claimId());
    assertThat(page)
        .contains("KORRIN - Tarvia has leased [[more than 1,200 silos]] along the Orlin railway")
        .contains("[told] reporters")
        .contains("bound       > (at least, or more than), \"more than\"")
        .contains("unit        silo (count)")
        .contains("└ Lena Korvath, in the words \"Agriculture Minister Lena Korvath\"")
        .contains("relation    drifted, by a shared passage; drift: rounded")
        .contains("root        Lena Korvath");
  }

  @Test
  void aTraceIsShownAsATreeWithDriftAndWithEveryRoot() {
    TraceSummary silos = silos();
    String page = page("--trace", silos.traceId(), "--width", "400");
    assertThat(page)
        .contains("  ● northwire.example, 2026-03-02 05:30, claim ")
        .contains("└─● harborcourier.example, 2026-03-02 05:58, claim ")
        .contains("drifted, by a shared passage; drift: hedge_lost")
        .contains("2 independent roots: what ties articles counts once")
        .contains("1. Lena Korvath: 11 articles; wire (the articles carry the copy of one")
        .contains("names Lena Korvath; copy of Northwire; cluster ");
    silos.roots().forEach(root -> root.articleIds().forEach(id -> assertThat(page).contains(id)));
  }

  @Test
  void theLargestFamiliesAreShownWhole() {
    Evidence evidence = new Evidence(SampleRun.whole().spark(), "any");
    List<TraceSummary> families =
        tables.summaries().stream()
            .sorted(Comparator.comparingInt(TraceSummary::claims).reversed())
            .limit(3)
            .toList();
    for (TraceSummary family : families) {
      String page = evidence.trace(family.traceId()).text(60);
      assertThat(page.lines().filter(line -> line.contains("● "))).hasSize(family.claims());
      assertThat(page.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 60);
    }
  }

  @Test
  void anUnknownIdIsToldInOneLine() {
    Submitted given = explain("--claim", "00000000000000aa");
    assertThat(given.status()).isEqualTo(2);
    assertThat(given.out()).isEmpty();
    assertThat(given.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater explain: There is no claim_id 00000000000000aa in release r")
        .endsWith("What there is: jobs/submit query \"select claim_id from claims\"");
    Evidence evidence = new Evidence(SampleRun.whole().spark(), "r1");
    assertThatThrownBy(() -> evidence.trace("no-id"))
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith("There is no trace_id no-id in release r1.");
    assertThatThrownBy(() -> evidence.pair("00000000000000aa", "00000000000000ab"))
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith("There is no article_id 00000000000000aa in release r1.");
  }

  @Test
  void anIdOfSomethingElseIsToldWhereItBelongs() {
    SparkSession spark = SampleRun.whole().spark();
    Evidence evidence = new Evidence(spark, "r1");
    String claim = spark.sql("select min(claim_id) from claims").head().getString(0);
    String trace = spark.sql("select min(trace_id) from trace_summary").head().getString(0);
    assertThatThrownBy(() -> evidence.trace(claim))
        .hasMessageContaining("It is a claim's: explain --claim " + claim + ".");
    assertThatThrownBy(() -> evidence.claim(trace))
        .hasMessageContaining("It is a trace's: explain --trace " + trace + ".");
  }

  @Test
  void aPairOfOneArticleAndANarrowWidthAreMistakes() {
    assertThat(explain("--pair", "00000000000000aa", "00000000000000aa").complaints())
        .containsExactly(
            "headwater explain: Both ids of --pair are 00000000000000aa; give two articles.");
    assertThat(explain("--claim", "00000000000000aa", "--width", "20").complaints())
        .containsExactly("headwater explain: --width is 20; give 60 or more.");
  }
}
