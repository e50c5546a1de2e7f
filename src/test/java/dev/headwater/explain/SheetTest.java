package dev.headwater.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void wrapsAtTheWidthAndKeepsTheIndent() {
    Sheet sheet = new Sheet(24);
    sheet.field("time", "from the first of March until the last");
    assertThat(sheet.toString())
        .isEqualTo(
            "  time        from the\n"
                + "              first of\n"
                + "              March\n"
                + "              until the\n"
                + "              last\n");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Sheet sheet = new Sheet(40);
    sheet.field("per", null);
    assertThat(sheet.toString()).isEmpty();
  }

  @Test
  void aTextCannotCommandTheTerminal() {
    Sheet sheet = new Sheet(40);
    sheet.text("red \u001b[31m and \u202eturned round\u0007");
    assertThat(sheet.toString()).isEqualTo("  red [31m and turned round\n");
  }

  @Test
  void aWordOfTenMillionLettersIsBrokenToo() {
    Sheet sheet = new Sheet(100);
    sheet.text("a".repeat(10_000_000));
    assertThat(sheet.toString().lines()).hasSize(102_041).allMatch(line -> line.length() <= 100);
  }

  @Test
  void printsValuesForAPerson() {
    assertThat(Printed.number(new BigDecimal("1250.500"))).isEqualTo("1,250.5");
    assertThat(Printed.range(new BigDecimal("2400000"), new BigDecimal("2400000")))
        .isEqualTo("2,400,000");
    assertThat(Printed.lag(28L)).isEqualTo("28 minutes");
    assertThat(Printed.lag(2900L)).isEqualTo("2.0 days");
    assertThat(Printed.time(Instant.parse("2026-03-02T05:30:00Z"))).isEqualTo("2026-03-02 05:30");
    assertThat(Printed.time(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo("2026-03-02");
  }
}
