package dev.headwater.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2021-03-04;2021-03-04T00:00:00Z;day",
        "2021-03-04 05:06:07;2021-03-04T05:06:07Z;second",
        "2021-03-04T05:06:07.123Z;2021-03-04T05:06:07Z;second",
        "2021-03-04T05:06+0530;2021-03-03T23:36:00Z;minute",
        "20210304T050607Z;2021-03-04T00:00:00Z;day",
        "20210304;2021-03-04T00:00:00Z;day",
        "2021/03/04;2021-03-04T00:00:00Z;day",
        "March 4, 2021 7:49 PM;2021-03-04T19:49:00Z;minute",
        "Mar. 4, 2021;2021-03-04T00:00:00Z;day",
        "Thursday, 4th March 2021 at 12:05 am;2021-03-04T00:05:00Z;minute",
        "10:29 AM EST, March 4, 2021;2021-03-04T15:29:00Z;minute",
        "4 March 2021;2021-03-04T00:00:00Z;day",
        "4. März 2021, 18:30 Uhr;2021-03-04T18:30:00Z;minute",
        "4 février 2021;2021-02-04T00:00:00Z;day",
        "4 de marzo de 2021;2021-03-04T00:00:00Z;day",
        "04.03.2021;2021-03-04T00:00:00Z;day",
        "13/6/17;2017-06-13T00:00:00Z;day",
        "9/16/98;1998-09-16T00:00:00Z;day",
        "Thu, 04 Mar 2021 05:06:07 GMT;2021-03-04T05:06:07Z;second",
        "1614834367;2021-03-04T05:06:07Z;second",
        "1614834367000;2021-03-04T05:06:07Z;second",
        "July 1, 2021 9:00 a.m. ET;2021-07-01T13:00:00Z;minute"
      })
  void readsDatesAsThePressWritesThem(String text, String instant, String precision) {
    DateReading reading = DateText.read(text, DateOrder.MONTH_FIRST).orElseThrow();

    assertThat(reading.instant()).isEqualTo(instant);
    assertThat(reading.precision()).isEqualTo(precision);
  }

  @Test
  void saysThatTheOrderOfBareNumbersIsAssumed() {
    DateReading american = DateText.read("9/6/17", DateOrder.MONTH_FIRST).orElseThrow();
    DateReading british = DateText.read("9/6/17", DateOrder.DAY_FIRST).orElseThrow();

    assertThat(american.instant()).isEqualTo("2017-09-06T00:00:00Z");
    assertThat(british.instant()).isEqualTo("2017-06-09T00:00:00Z");
    assertThat(american.issues()).containsExactly("date_order_assumed");
  }

  @Test
  void saysThatTheYearOneIsImpossible() {
    DateReading reading =
        DateText.read("0001-01-01T00:00:00Z", DateOrder.MONTH_FIRST).orElseThrow();

    assertThat(reading.isUsable()).isFalse();
    assertThat(reading.issues()).containsExactly("date_impossible");
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "99/99/2017", "1234", "Flight 2021", "4-3", "Chapter 12 2021"})
  void findsNoDateWhereThereIsNone(String text) {
    assertThat(DateText.read(text, DateOrder.MONTH_FIRST)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/news/2016/09/20/mill-burns,2016-09-20T00:00:00Z",
    "/news/2013/may/24/mill/,2013-05-24T00:00:00Z",
    "/2013-05-24-mill.html,2013-05-24T00:00:00Z",
    "/story/20130524/mill,2013-05-24T00:00:00Z",
    "1916-05-01,1916-05-01T00:00:00Z"
  })
  void readsTheDayOfAPath(String path, String instant) {
    assertThat(PathDate.read(path).orElseThrow().instant()).isEqualTo(instant);
  }

  @ParameterizedTest
  @CsvSource({"/news/38292392", "/story/392757-mill", "/2016/mill", "/a/20139999/b"})
  void takesNoIdentifierForADay(String path) {
    assertThat(PathDate.read(path)).isEmpty();
  }

  @Property(tries = 300)
  void noLineMakesItFail(@ForAll String line) {
    List<DateReading> all = DateText.all(line, DateOrder.MONTH_FIRST);
    Optional<DateReading> first = DateText.read(line, DateOrder.DAY_FIRST);

    assertThat(all).isNotNull();
    assertThat(first).isNotNull();
  }
}
