package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds times in a sentence and resolves them against the article's date to half-open UTC
 * intervals.
 *
 * <p>Covers what TimeML calls DATE and the anchored DURATIONs: full and partial dates, weekdays,
 * today and yesterday, this/last/next unit, N units ago, past N units, quarters, years and ranges
 * of years. A weekday or month without more is the latest one not after the article, except behind
 * words that look ahead ("by", "next", "until"). Every start looks at a bounded number of lexemes.
 */
final class TimeExpressions {
  /** A time as said, in lexemes, with its interval; both ends null where it cannot be resolved. */
  record Found(int from, int to, Instant begin, Instant end) {}

  private static final Map<String, String> WORDS = WordList.table("claim/time-words.tsv");
  private static final int EARLIEST_YEAR = 1500;
  private static final int LATEST_YEAR = 2100;

  private final Lexemes s;
  private final LocalDate today;

  private TimeExpressions(Lexemes s, Instant publishedAt) {
    this.s = s;
    this.today = publishedAt == null ? null : LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
  }

  /** All times of a sentence, in order. */
  static List<Found> find(Lexemes s, Instant publishedAt) {
    TimeExpressions times = new TimeExpressions(s, publishedAt);
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < s.size()) {
      Found time = times.at(i);
      if (time != null) {
        found.add(time);
        i = time.to();
      } else {
        i++;
      }
    }
    return List.copyOf(found);
  }

  private String kind(int i) {
    if (i >= s.size()) {
      return "";
    }
    String lower = s.at(i).lower();
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    String kind = WORDS.getOrDefault(bare, "");
    boolean proper = kind.startsWith("month") || kind.startsWith("weekday");
    return proper && !s.at(i).isCapital() ? "" : kind;
  }

  private String lower(int i) {
    return i >= 0 && i < s.size() ? s.at(i).lower() : "";
  }

  private Found at(int i) {
    String kind = kind(i);
    if (kind.startsWith("month")) {
      return monthFirst(i, Integer.parseInt(kind.substring(6)));
    }
    if (kind.startsWith("weekday")) {
      return weekday(i, i, Integer.parseInt(kind.substring(8)));
    }
    if (kind.startsWith("day")) {
      return today == null ? unknown(i, i + 1) : day(i, i + 1, today.plusDays(offset(kind)));
    }
    if (kind.startsWith("which")) {
      return unitOrDay(i, offset(kind));
    }
    if (s.at(i).kind() == Lexeme.Kind.NUMBER) {
      return number(i);
    }
    if (kind.startsWith("count") && kind(i + 1).startsWith("unit") && lower(i + 2).equals("ago")) {
      return ago(i, offset(kind), kind(i + 1).substring(5));
    }
    if (kind.startsWith("ordinal")) {
      return quarter(i, i + 1, Integer.parseInt(kind.substring(8)));
    }
    return null;
  }

  private static int offset(String kind) {
    return Integer.parseInt(kind.substring(kind.indexOf(' ') + 1));
  }

  private Found unknown(int from, int to) {
    return new Found(from, to, null, null);
  }

  private Found day(int from, int to, LocalDate day) {
    return span(from, to, day, day.plusDays(1));
  }

  private Found span(int from, int to, LocalDate begin, LocalDate end) {
    return new Found(
        from,
        to,
        begin.atStartOfDay(ZoneOffset.UTC).toInstant(),
        end.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private int numberAt(int i, int least, int most) {
    if (i >= s.size() || s.at(i).kind() != Lexeme.Kind.NUMBER) {
      return -1;
    }
    String digits = s.at(i).lower();
    int length = digits.length();
    if (length > 2
        && (digits.endsWith("st")
            || digits.endsWith("nd")
            || digits.endsWith("rd")
            || digits.endsWith("th"))) {
      digits = digits.substring(0, length - 2);
    }
    if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int value = Integer.parseInt(digits);
    return value >= least && value <= most ? value : -1;
  }

  private int yearAt(int i) {
    return i < s.size() && s.at(i).text().length() == 4
        ? numberAt(i, EARLIEST_YEAR, LATEST_YEAR)
        : -1;
  }

  private Found monthFirst(int i, int month) {
    int next = s.size() > i + 1 && s.at(i + 1).isMark(".") ? i + 2 : i + 1;
    int day = numberAt(next, 1, 31);
    if (day > 0) {
      int yearAt = next + 1 < s.size() && s.at(next + 1).isMark(",") ? next + 2 : next + 1;
      int year = yearAt(yearAt);
      return date(i, year > 0 ? yearAt + 1 : next + 1, year, month, day);
    }
    int yearAt = lower(next).equals("of") || lower(next).equals(",") ? next + 1 : next;
    int year = yearAt(yearAt);
    if (year > 0) {
      LocalDate begin = LocalDate.of(year, month, 1);
      return span(i, yearAt + 1, begin, begin.plusMonths(1));
    }
    boolean alone =
        i > 0
            && (SourceWords.is(lower(i - 1), "preposition")
                || looksAhead(i)
                || kind(i - 1).startsWith("which")
                || lower(i - 1).equals("since")
                || lower(i - 1).equals("until")
                || lower(i - 1).equals("a"));
    if (!alone) {
      return null;
    }
    return today == null ? unknown(i, i + 1) : month(i, month);
  }

  private Found month(int i, int month) {
    LocalDate begin = LocalDate.of(today.getYear(), month, 1);
    if (looksAhead(i)) {
      begin = begin.plusMonths(1).isAfter(today) ? begin : begin.plusYears(1);
    } else if (begin.isAfter(today)) {
      begin = begin.minusYears(1);
    }
    return span(i, i + 1, begin, begin.plusMonths(1));
  }

  private boolean looksAhead(int i) {
    String before = lower(i - 1);
    return before.equals("by")
        || before.equals("next")
        || before.equals("until")
        || before.equals("till")
        || before.equals("through");
  }

  private Found date(int from, int to, int year, int month, int day) {
    if (year < 0 && today == null) {
      return unknown(from, to);
    }
    int of = year > 0 ? year : today.getYear();
    if (day > Month.of(month).length(LocalDate.of(of, 1, 1).isLeapYear())) {
      return unknown(from, to);
    }
    LocalDate date = LocalDate.of(of, month, day);
    if (year < 0 && date.isAfter(today.plusMonths(6))) {
      date = date.minusYears(1);
    } else if (year < 0 && date.isBefore(today.minusMonths(6)) && looksAhead(from)) {
      date = date.plusYears(1);
    }
    return day(from, to, date);
  }

  private Found weekday(int from, int at, int number) {
    if (today == null) {
      return unknown(from, at + 1);
    }
    DayOfWeek day = DayOfWeek.of(number);
    boolean next = lower(at - 1).equals("next") || looksAhead(at);
    boolean last = lower(at - 1).equals("last");
    LocalDate date =
        next
            ? today.with(TemporalAdjusters.next(day))
            : last
                ? today.with(TemporalAdjusters.previous(day))
                : today.with(TemporalAdjusters.previousOrSame(day));
    return day(from, at + 1, date);
  }

  /** "last year", "this Tuesday", "the past three months", "next quarter". */
  private Found unitOrDay(int i, int offset) {
    String next = kind(i + 1);
    if (next.startsWith("weekday")) {
      return weekday(i, i + 1, Integer.parseInt(next.substring(8)));
    }
    if (next.startsWith("month")) {
      Found month = monthFirst(i + 1, Integer.parseInt(next.substring(6)));
      return month == null ? null : new Found(i, month.to(), month.begin(), month.end());
    }
    if (next.startsWith("unit")) {
      return today == null ? unknown(i, i + 2) : unit(i, i + 2, next.substring(5), offset);
    }
    int count = count(i + 1);
    String unit = kind(i + 2);
    if (count > 0 && unit.startsWith("unit") && offset != 0) {
      if (today == null) {
        return unknown(i, i + 3);
      }
      LocalDate far = plus(today, unit.substring(5), count * offset);
      return offset < 0
          ? span(i, i + 3, far, today.plusDays(1))
          : span(i, i + 3, today, far.plusDays(1));
    }
    return null;
  }

  private Found unit(int from, int to, String unit, int offset) {
    LocalDate begin;
    switch (unit) {
      case "day":
        begin = today;
        break;
      case "week":
        begin = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        break;
      case "weekend":
        begin = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return span(from, to, begin.plusWeeks(Math.max(0, offset)), begin.plusDays(2));
      case "month":
        begin = today.withDayOfMonth(1);
        break;
      case "quarter":
        begin = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
        break;
      case "year":
        begin = today.withDayOfYear(1);
        break;
      default:
        begin = today.withDayOfYear(1).withYear(today.getYear() / 10 * 10);
        break;
    }
    LocalDate moved = plus(begin, unit, offset);
    return span(from, to, moved, plus(moved, unit, 1));
  }

  private static LocalDate plus(LocalDate day, String unit, int count) {
    switch (unit) {
      case "day":
        return day.plusDays(count);
      case "week", "weekend":
        return day.plusWeeks(count);
      case "month":
        return day.plusMonths(count);
      case "quarter":
        return day.plusMonths(3L * count);
      case "year":
        return day.plusYears(count);
      default:
        return day.plusYears(10L * count);
    }
  }

  private int count(int i) {
    String kind = kind(i);
    return kind.startsWith("count") ? offset(kind) : numberAt(i, 1, 999);
  }

  private Found number(int i) {
    int day = numberAt(i, 1, 31);
    String next = kind(i + 1);
    if (day > 0 && next.startsWith("month")) {
      int year = yearAt(i + 2);
      int month = Integer.parseInt(next.substring(6));
      return date(i, year > 0 ? i + 3 : i + 2, year, month, day);
    }
    int count = numberAt(i, 1, 999);
    if (count > 0 && next.startsWith("unit") && lower(i + 2).equals("ago")) {
      return ago(i, count, next.substring(5));
    }
    int year = yearAt(i);
    boolean introduced =
        i > 0
            && (SourceWords.is(lower(i - 1), "preposition")
                || lower(i - 1).equals("since")
                || lower(i - 1).equals("until")
                || lower(i - 1).equals("year")
                || lower(i - 1).equals("before")
                || lower(i - 1).equals("after")
                || lower(i - 1).equals("early")
                || lower(i - 1).equals("late"));
    if (year < 0 || !introduced) {
      return null;
    }
    LocalDate begin = LocalDate.of(year, 1, 1);
    int second = i + 2;
    boolean range =
        second < s.size()
            && (s.at(i + 1).isDash()
                || lower(i + 1).equals("to")
                || lower(i + 1).equals("and") && lower(i - 1).equals("between"));
    int last = range ? yearAt(second) : -1;
    if (last > year) {
      return span(i, second + 1, begin, LocalDate.of(last + 1, 1, 1));
    }
    return span(i, i + 1, begin, begin.plusYears(1));
  }

  private Found ago(int i, int count, String unit) {
    if (today == null) {
      return unknown(i, i + 3);
    }
    LocalDate then = plus(today, unit, -count);
    if (unit.equals("day")) {
      return day(i, i + 3, then);
    }
    // "Two years ago" is as coarse as its unit.
    LocalDate begin = unit.equals("year") ? then.withDayOfYear(1) : then;
    begin = unit.equals("month") ? then.withDayOfMonth(1) : begin;
    begin =
        unit.equals("week") ? then.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : begin;
    return span(i, i + 3, begin, plus(begin, unit, 1));
  }

  /** "the first quarter of 2014", "second half". */
  private Found quarter(int from, int at, int number) {
    boolean half = lower(at).equals("half");
    if (!half && !lower(at).equals("quarter") || number > (half ? 2 : 4)) {
      return null;
    }
    int yearAt = lower(at + 1).equals("of") ? at + 2 : at + 1;
    int year = yearAt(yearAt);
    int months = half ? 6 : 3;
    if (year < 0 && today == null) {
      return unknown(from, at + 1);
    }
    int of = year > 0 ? year : today.getYear();
    LocalDate begin = LocalDate.of(of, (number - 1) * months + 1, 1);
    if (year < 0 && begin.isAfter(today)) {
      begin = begin.minusYears(1);
    }
    return span(from, year > 0 ? yearAt + 1 : at + 1, begin, begin.plusMonths(months));
  }
}
