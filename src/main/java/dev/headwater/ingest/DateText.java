package dev.headwater.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as the press writes them: ISO 8601, month names of seven languages, bare numbers,
 * epoch seconds; with a time before or after and a zone. Patterns have no nested repetition, so
 * reading is linear.
 */
final class DateText {
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, ZoneId> ZONES = zones();
  private static final int EARLIEST_YEAR = 1600;
  private static final int LATEST_YEAR = 9999;
  private static final String MONTH_NAME = "(\\p{L}{3,10})\\.?";
  private static final String ZONE = "(Z|[A-Z]{2,4}\\b|(?:GMT|UTC)?[+-]\\d{2}:?\\d{2})";
  private static final String CLOCK =
      "(\\d{1,2})[:.](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
          + "(?:\\s?([aApP])\\.?[mM]\\b\\.?)?(?:\\s?\\(?"
          + ZONE
          + "\\)?)?";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d\\p{L}])(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "|(\\d{4})(\\d{2})(\\d{2})(?=T\\d|Z|$|\\b)"
              + "|"
              + MONTH_NAME
              + "\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})"
              + "|(\\d{1,2})(?:st|nd|rd|th|\\.|er)?[\\s-]{1,3}(?:de\\s|of\\s)?"
              + MONTH_NAME
              + ",?(?:\\sde)?[\\s-]{1,3}(\\d{4})"
              + "|(\\d{1,2})([/.-])(\\d{1,2})\\14(\\d{4}|\\d{2}))(?!\\d)");
  private static final Pattern TIME_AFTER =
      Pattern.compile("(?:\\s?[,|•·-]|\\s?at|\\s?um|\\s?à|T)?\\s{0,3}" + CLOCK);
  private static final Pattern TIME_BEFORE =
      Pattern.compile(CLOCK + "[,.]?\\s{0,3}(?:on\\s)?(?:\\p{L}{3,9}\\.?,?\\s)?$");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}(\\d{3})?|\\d{9,10}\\.\\d{1,9}");
  private static final int LOOK_BEHIND = 48;

  private DateText() {}

  /** Reads a field that holds a date; empty where nothing in it is one. */
  static Optional<DateReading> read(String field, DateOrder order) {
    String text = field.strip();
    if (EPOCH.matcher(text).matches()) {
      String digits = text.replaceFirst("\\..*", "");
      long number = Long.parseLong(digits);
      Instant instant =
          digits.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return Optional.of(new DateReading(0, text.length(), instant, "second", List.of()));
    }
    List<DateReading> all = all(text, order);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All dates of a line, in order. */
  static List<DateReading> all(String line, DateOrder order) {
    List<DateReading> readings = new ArrayList<>();
    if (!hasDigit(line)) {
      return readings;
    }
    Matcher date = DATE.matcher(line);
    int from = 0;
    while (from <= line.length() && date.find(from)) {
      Optional<DateReading> reading = reading(line, date, order);
      reading.ifPresent(readings::add);
      from = reading.map(DateReading::end).orElse(date.start() + 1);
    }
    return readings;
  }

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static Optional<DateReading> reading(String line, Matcher date, DateOrder order) {
    List<String> issues = new ArrayList<>();
    int[] parts = parts(date, order, issues);
    if (parts.length == 0) {
      return Optional.empty();
    }
    int begin = date.start();
    int end = date.end();
    LocalDate day;
    try {
      day = LocalDate.of(parts[0], parts[1], parts[2]);
    } catch (DateTimeException e) {
      // 99/99/2017 is no date at all; 0001-01-01 is one that a machine wrote for want of one.
      return Optional.empty();
    }
    if (parts[0] < EARLIEST_YEAR || parts[0] > LATEST_YEAR) {
      return Optional.of(new DateReading(begin, end, null, null, List.of("date_impossible")));
    }
    Matcher time = TIME_AFTER.matcher(line).region(end, line.length());
    boolean timed = time.lookingAt();
    if (timed) {
      end = time.end();
    } else {
      int start = Math.max(0, begin - LOOK_BEHIND);
      time = TIME_BEFORE.matcher(line).region(start, begin);
      timed = time.find();
      begin = timed ? time.start() : begin;
    }
    return Optional.of(timed ? at(begin, end, day, time, issues) : day(begin, end, day, issues));
  }

  private static DateReading day(int begin, int end, LocalDate day, List<String> issues) {
    Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new DateReading(begin, end, midnight, "day", issues);
  }

  private static DateReading at(
      int begin, int end, LocalDate day, Matcher time, List<String> issues) {
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    if (time.group(4) != null) {
      boolean afternoon = time.group(4).equalsIgnoreCase("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    Optional<ZoneId> zone = zone(time.group(5));
    try {
      LocalDateTime local = day.atTime(hour, minute, second);
      if (zone.isEmpty()) {
        issues.add("zone_assumed");
      }
      Instant instant = local.atZone(zone.orElse(ZoneOffset.UTC)).toInstant();
      String precision = time.group(3) == null ? "minute" : "second";
      return new DateReading(begin, end, instant, precision, issues);
    } catch (DateTimeException e) {
      return day(begin, end, day, issues);
    }
  }

  private static Optional<ZoneId> zone(String name) {
    if (name == null) {
      return Optional.empty();
    }
    String offset = name.replaceFirst("^(GMT|UTC)(?=[+-])", "");
    if (offset.startsWith("+") || offset.startsWith("-")) {
      try {
        return Optional.of(ZoneOffset.of(offset));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(ZONES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Year, month and day of a match; empty where a name is no month. */
  private static int[] parts(Matcher date, DateOrder order, List<String> issues) {
    if (date.group(1) != null) {
      return numbers(date, 1, 2, 3);
    }
    if (date.group(4) != null) {
      return numbers(date, 4, 5, 6);
    }
    if (date.group(7) != null) {
      return named(date.group(9), date.group(7), date.group(8));
    }
    if (date.group(10) != null) {
      return named(date.group(12), date.group(11), date.group(10));
    }
    int first = Integer.parseInt(date.group(13));
    int second = Integer.parseInt(date.group(15));
    int year = Integer.parseInt(date.group(16));
    if (date.group(16).length() == 2) {
      year += year < 70 ? 2000 : 1900;
    }
    // Dots are written only where the day comes first.
    boolean dayFirst = order == DateOrder.DAY_FIRST || date.group(14).equals(".");
    if (first <= 12 && second <= 12 && first != second && !date.group(14).equals(".")) {
      issues.add("date_order_assumed");
    }
    boolean swap = dayFirst ? second <= 12 : first > 12;
    return swap ? new int[] {year, second, first} : new int[] {year, first, second};
  }

  private static int[] numbers(Matcher date, int year, int month, int day) {
    return new int[] {
      Integer.parseInt(date.group(year)),
      Integer.parseInt(date.group(month)),
      Integer.parseInt(date.group(day))
    };
  }

  private static int[] named(String year, String month, String day) {
    Integer number = MONTHS.get(month.toLowerCase(Locale.ROOT));
    return number == null
        ? new int[0]
        : new int[] {Integer.parseInt(year), number, Integer.parseInt(day)};
  }

  /** The number of a month's name; empty where it is none. */
  static Optional<Integer> month(String name) {
    return Optional.ofNullable(MONTHS.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (List<String> row : WordLists.rows("months.tsv")) {
      months.put(row.get(0), Integer.valueOf(row.get(1)));
    }
    return Map.copyOf(months);
  }

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new HashMap<>();
    for (List<String> row : WordLists.rows("zones.tsv")) {
      zones.put(row.get(0), ZoneId.of(row.get(1)));
    }
    return Map.copyOf(zones);
  }
}
