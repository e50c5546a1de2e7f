package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.text.CodePoints;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** What holds for any text, and values printed and read again. */
class QuantityPropertyTest {
  private static final String[] FRAGMENTS = {
    "12",
    "3.5",
    "1,200",
    "$",
    "€",
    "%",
    "million",
    "bn",
    "half",
    "a dozen",
    "between",
    "and",
    "to",
    "-",
    "–",
    "(",
    ")",
    "km",
    "miles",
    "of",
    "the",
    "one",
    "in",
    "two",
    "thirds",
    "1/2",
    "½",
    "🚢",
    "e\u0301",
    "\u00a0",
    "\u202f",
    "\u00ad",
    "2012",
    "Sept.",
    "5 p.m.",
    "iPhone",
    "14",
    "goats",
    "rose",
    "fell",
    "by",
    "said",
    ",",
    ".",
    "about",
    "more than",
    "per",
    "a",
    "year",
    "day",
    "tens of thousands",
    "several",
    "hundred",
    "×10",
    "^",
    "minus",
    "0",
    "/",
    "'s",
    "Big",
    "No.",
    "aged",
    "years old",
    "up to",
    "or",
    "0.0.0",
    "1.2.3",
    "999999999999999999999",
    "@",
    "#",
    "\n",
    "\t",
    "漢字",
    "٣"
  };

  @Property(tries = 400)
  void readsBackAGroupedValue(
      @ForAll @BigRange(min = "0", max = "999999999999") @Scale(2) BigDecimal value) {
    DecimalFormat grouped =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    assertThat(only("The town paid $" + grouped.format(value) + " for the land."))
        .isEqualByComparingTo(value);
  }

  @Property(tries = 400)
  void readsBackAPlainCount(@ForAll @IntRange(min = 0, max = 2_000_000_000) int value) {
    assertThat(only("The town counted " + value + " goats."))
        .isEqualByComparingTo(BigDecimal.valueOf(value));
  }

  @Property(tries = 300)
  void readsBackAValueWithScaleWord(
      @ForAll @BigRange(min = "0.1", max = "999.9") @Scale(1) BigDecimal value) {
    assertThat(only("The town paid " + value.toPlainString() + " billion euros."))
        .isEqualByComparingTo(value.movePointRight(9));
  }

  @Property(tries = 3000)
  void readsAnyMixWithoutFailingAndWithSpansInside(@ForAll("mixes") String text) {
    CodePoints points = CodePoints.of(text);
    QuantityReader.Reading reading = QuantityReader.read(text, points, 0, points.length());
    for (Quantity quantity : reading.quantities()) {
      assertThat(quantity.begin()).isBetween(0, quantity.numberBegin());
      assertThat(quantity.numberEnd()).isBetween(quantity.numberBegin() + 1, quantity.end());
      assertThat(quantity.end()).isLessThanOrEqualTo(points.length());
      assertThat(quantity.low()).isLessThanOrEqualTo(quantity.high());
      assertThat(points.slice(quantity.begin(), quantity.end()))
          .isEqualTo(points.slice(quantity.begin(), quantity.end()).strip());
    }
  }

  @Property(tries = 3000)
  void readsAnyCharactersWithoutFailing(@ForAll String text) {
    CodePoints points = CodePoints.of(text);
    assertThat(QuantityReader.read(text, points, 0, points.length())).isNotNull();
  }

  @Test
  void readsLongHostileTextsInTime() {
    Tagger.english();
    for (String unit :
        List.of(
            "1 ",
            "a.",
            "1.1",
            "9/",
            "5-",
            "one and ",
            "(1) ",
            "$1",
            "12 Aa ",
            "million ",
            "x@",
            "1,")) {
      String text = unit.repeat(12_000 / unit.length());
      CodePoints points = CodePoints.of(text);
      long begin = System.nanoTime();
      QuantityReader.read(text, points, 0, points.length());
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as(unit)
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Provide
  Arbitrary<String> mixes() {
    return Arbitraries.of(FRAGMENTS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(parts -> String.join(" ", parts));
  }

  private static BigDecimal only(String text) {
    CodePoints points = CodePoints.of(text);
    List<Quantity> quantities = QuantityReader.read(text, points, 0, points.length()).quantities();
    assertThat(quantities).as(text).hasSize(1);
    return quantities.get(0).value();
  }
}
