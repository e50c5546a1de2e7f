package dev.headwater.claim;

import dev.headwater.claim.NewsCalendar.Interval;
import dev.headwater.claim.NewsCalendar.Look;
import dev.headwater.text.WordList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds times in a sentence and resolves them against the article's date to half-open UTC
 * intervals.
 *
 * <p>Covers what TimeML (Pustejovsky et al. 2003) calls DATE and the anchored DURATIONs: full and
 * partial dates, weekdays, today and yesterday, this/last/next unit, N units ago, past N units,
 * quarters, years and ranges of years. A weekday or month without more is the latest one not after
 * the article, except behind words that look ahead ("by", "next", "until"). Every start looks at a
 * bounded number of lexemes.
 */
final class TimeExpressions {
  /** A time as said, in lexemes, with its interval; both ends null where it cannot be resolved. */
  record Found(int from, int to, Instant begin, Instant end) {}

  private static final Map<String, String> WORDS = WordList.table("claim/en/time-words.tsv");
  private static final int EARLIEST_YEAR = 1500;
  private static final int LATEST_YEAR = 2100;
  private static final int MOST_UNITS = 999;
  private static final Instant EARLIEST = Instant.parse("1500-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Lexemes s;
  private final NewsCalendar calendar;

  private TimeExpressions(Lexemes s, Instant publishedAt) {
    this.s = s;
    this.calendar = new NewsCalendar(day(publishedAt));
  }

  /** The article's day; null where its date is unknown or cannot be one. */
  private static LocalDate day(Instant publishedAt) {
    boolean usable =
        publishedAt != null && !publishedAt.isBefore(EARLIEST) && publishedAt.isBefore(LATEST);
    return usable ? LocalDate.ofInstant(publishedAt, ZoneOffset.UTC) : null;
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

  private static Found found(int from, int to, Interval days) {
    if (days == null) {
      return new Found(from, to, null, null);
    }
    return new Found(
        from,
        to,
        days.begin().atStartOfDay(ZoneOffset.UTC).toInstant(),
        days.end().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private String kind(int i) {
    if (i >= s.size()) {
      return "";
    }
    String lower = s.at(i).lower();
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    String kind = WORDS.getOrDefault(bare, "");
    // "may" and "march" are months only with a capital.
    boolean proper = kind.startsWith("month") || kind.startsWith("weekday");
    return proper && !s.at(i).isCapital() ? "" : kind;
  }

  private static int value(String kind) {
    return Integer.parseInt(kind.substring(kind.indexOf(' ') + 1));
  }

  private static String word(String kind) {
    return kind.substring(kind.indexOf(' ') + 1);
  }

  private String lower(int i) {
    return i >= 0 && i < s.size() ? s.at(i).lower() : "";
  }

  private Found at(int i) {
    String kind = kind(i);
    String type = kind.isEmpty() ? "" : kind.substring(0, kind.indexOf(' '));
    switch (type) {
      case "month":
        return monthFirst(i, value(kind));
      case "weekday":
        return found(i, i + 1, calendar.weekday(value(kind), look(i)));
      case "day":
        return found(i, i + 1, calendar.day(value(kind)));
      case "which":
        return unitOrDay(i, value(kind));
      case "ordinal":
        return part(i, value(kind));
      case "count":
        return ago(i, value(kind));
      default:
        return s.at(i).kind() == Lexeme.Kind.NUMBER ? number(i) : null;
    }
  }

  private Look look(int i) {
    switch (lower(i - 1)) {
      case "by", "next", "until", "till", "through":
        return Look.AHEAD;
      case "last":
        return Look.BEFORE_TODAY;
      default:
        return Look.LATEST;
    }
  }

  private int numberAt(int i, int least, int most) {
    if (i >= s.size() || s.at(i).kind() != Lexeme.Kind.NUMBER) {
      return -1;
    }
    String digits = s.at(i).lower().replaceFirst("(?<=\\d)(st|nd|rd|th)$", "");
    if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int value = Integer.parseInt(digits);
    return value >= least && value <= most ? value : -1;
  }

  private int yearAt(int i) {
    boolean four = i < s.size() && s.at(i).text().length() == 4;
    return four ? numberAt(i, EARLIEST_YEAR, LATEST_YEAR) : -1;
  }

  /** "September 3, 2014", "Sept. 3", "September 2014", "in September". */
  private Found monthFirst(int i, int month) {
    int next = i + 1 < s.size() && s.at(i + 1).isMark(".") ? i + 2 : i + 1;
    int day = numberAt(next, 1, 31);
    if (day > 0) {
      int yearAt = lower(next + 1).equals(",") ? next + 2 : next + 1;
      int year = yearAt(yearAt);
      int to = year > 0 ? yearAt + 1 : next + 1;
      return found(i, to, calendar.date(year, month, day, look(i)));
    }
    boolean linked = lower(next).equals("of") || lower(next).equals(",");
    int yearAt = linked ? next + 1 : next;
    int year = yearAt(yearAt);
    if (year > 0) {
      return found(i, yearAt + 1, NewsCalendar.month(year, month));
    }
    String before = lower(i - 1);
    boolean introduced =
        SourceWords.is(before, "preposition")
            || look(i) != Look.LATEST
            || kind(Math.max(0, i - 1)).startsWith("which")
            || before.equals("since")
            || before.equals("a");
    return introduced ? found(i, i + 1, calendar.month(month, look(i))) : null;
  }

  /** "last year", "this Tuesday", "the past three months", "next quarter". */
  private Found unitOrDay(int i, int offset) {
    String next = kind(i + 1);
    if (next.startsWith("weekday")) {
      return found(i, i + 2, calendar.weekday(value(next), look(i + 1)));
    }
    if (next.startsWith("month")) {
      Found month = monthFirst(i + 1, value(next));
      return month == null ? null : new Found(i, month.to(), month.begin(), month.end());
    }
    if (next.startsWith("unit")) {
      return found(i, i + 2, calendar.unit(word(next), offset));
    }
    int count = next.startsWith("count") ? value(next) : numberAt(i + 1, 1, MOST_UNITS);
    String unit = kind(i + 2);
    boolean span = count > 0 && offset != 0 && unit.startsWith("unit");
    return span ? found(i, i + 3, calendar.span(count, word(unit), offset)) : null;
  }

  private Found ago(int i, int count) {
    boolean ago = kind(i + 1).startsWith("unit") && lower(i + 2).equals("ago");
    return ago ? found(i, i + 3, calendar.ago(count, word(kind(i + 1)))) : null;
  }

  /** "3 September 2014", "12 days ago", "in 2014", "from 2011 to 2014". */
  private Found number(int i) {
    String next = kind(i + 1);
    int day = numberAt(i, 1, 31);
    if (day > 0 && next.startsWith("month")) {
      int year = yearAt(i + 2);
      Interval date = calendar.date(year, value(next), day, look(i));
      return found(i, year > 0 ? i + 3 : i + 2, date);
    }
    int count = numberAt(i, 1, MOST_UNITS);
    if (count > 0 && next.startsWith("unit")) {
      return ago(i, count);
    }
    int year = yearAt(i);
    if (year < 0 || !introducesYear(lower(i - 1))) {
      return null;
    }
    int last = yearRangeEnd(i);
    return last > year
        ? found(i, i + 3, NewsCalendar.years(year, last))
        : found(i, i + 1, NewsCalendar.years(year, year));
  }

  private static boolean introducesYear(String before) {
    switch (before) {
      case "since", "until", "year", "before", "after", "early", "late", "mid", "of":
        return true;
      default:
        return SourceWords.is(before, "preposition");
    }
  }

  private int yearRangeEnd(int i) {
    boolean and = lower(i + 1).equals("and") && lower(i - 1).equals("between");
    boolean dash = i + 1 < s.size() && s.at(i + 1).isDash();
    return and || dash || lower(i + 1).equals("to") ? yearAt(i + 2) : -1;
  }

  /** "first quarter of 2014", "second half". */
  private Found part(int i, int number) {
    boolean half = lower(i + 1).equals("half");
    if (!half && !lower(i + 1).equals("quarter") || number > (half ? 2 : 4)) {
      return null;
    }
    int yearAt = lower(i + 2).equals("of") ? i + 3 : i + 2;
    int year = yearAt(yearAt);
    int to = year > 0 ? yearAt + 1 : i + 2;
    return found(i, to, calendar.part(number, half ? 6 : 3, year));
  }
}
