package dev.headwater.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day that an address or a file name holds: {@code /2016/09/20/}, {@code /2013/may/24/}, {@code
 * 2016-09-20}, {@code 20160920}.
 */
final class PathDate {
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)((?:1[6-9]|20)\\d{2})(?:([-/_.])(\\d{1,2}|[A-Za-z]{3,9})\\2(\\d{1,2})"
              + "|(\\d{2})(\\d{2}))(?!\\d)");

  private PathDate() {}

  /** The first day in the path; empty where there is none. */
  static Optional<DateReading> read(String path) {
    Matcher day = DAY.matcher(path);
    while (day.find()) {
      String month = day.group(3) == null ? day.group(5) : day.group(3);
      String date = day.group(4) == null ? day.group(6) : day.group(4);
      Optional<Integer> number =
          Character.isDigit(month.charAt(0))
              ? Optional.of(Integer.valueOf(month))
              : DateText.month(month);
      if (number.isPresent()) {
        try {
          LocalDate found =
              LocalDate.of(Integer.parseInt(day.group(1)), number.get(), Integer.parseInt(date));
          return Optional.of(
              new DateReading(
                  day.start(),
                  day.end(),
                  found.atStartOfDay(ZoneOffset.UTC).toInstant(),
                  "day",
                  List.of()));
        } catch (DateTimeException e) {
          // Eight digits that are no day: an identifier. The next match may be one.
          continue;
        }
      }
    }
    return Optional.empty();
  }
}
