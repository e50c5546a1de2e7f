package dev.headwater.claim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * Resolves the times of news language against the day of the article: half-open intervals of days.
 * Every method gives null where the day of the article is needed and unknown.
 */
record NewsCalendar(LocalDate today) {
  /** First day and first day after. */
  record Interval(LocalDate begin, LocalDate end) {}

  /** Which of several days with the same name is meant. */
  enum Look {
    LATEST,
    BEFORE_TODAY,
    AHEAD
  }

  private static final int HALF_A_YEAR = 6;

  static Interval day(LocalDate day) {
    return new Interval(day, day.plusDays(1));
  }

  /** A day relative to today. */
  Interval day(int offset) {
    return today == null ? null : day(today.plusDays(offset));
  }

  Interval weekday(int number, Look look) {
    if (today == null) {
      return null;
    }
    DayOfWeek day = DayOfWeek.of(number);
    switch (look) {
      case AHEAD:
        return day(today.with(TemporalAdjusters.next(day)));
      case BEFORE_TODAY:
        return day(today.with(TemporalAdjusters.previous(day)));
      default:
        return day(today.with(TemporalAdjusters.previousOrSame(day)));
    }
  }

  static Interval month(int year, int month) {
    LocalDate begin = LocalDate.of(year, month, 1);
    return new Interval(begin, begin.plusMonths(1));
  }

  /** A month without a year: the latest begun one, or the next to end when looking ahead. */
  Interval month(int month, Look look) {
    if (today == null) {
      return null;
    }
    int year = today.getYear();
    LocalDate begin = LocalDate.of(year, month, 1);
    if (look == Look.AHEAD) {
      return month(begin.plusMonths(1).isAfter(today) ? year : year + 1, month);
    }
    return month(begin.isAfter(today) ? year - 1 : year, month);
  }

  /** A date; year -1 stands for none, then the nearest such date within half a year is meant. */
  Interval date(int year, int month, int day, Look look) {
    if (year < 0 && today == null) {
      return null;
    }
    int known = year > 0 ? year : today.getYear();
    if (day > Month.of(month).length(LocalDate.of(known, 1, 1).isLeapYear())) {
      return null;
    }
    LocalDate date = LocalDate.of(known, month, day);
    if (year < 0 && date.isAfter(today.plusMonths(HALF_A_YEAR))) {
      return date(known - 1, month, day, look);
    }
    if (year < 0 && look == Look.AHEAD && date.isBefore(today)) {
      return date(known + 1, month, day, look);
    }
    return day(date);
  }

  static Interval years(int first, int last) {
    return new Interval(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1));
  }

  /** This, last or next day, week, month, quarter, year or decade. */
  Interval unit(String unit, int offset) {
    if (today == null) {
      return null;
    }
    if (unit.equals("weekend")) {
      LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
      LocalDate begin = saturday.plusWeeks(Math.max(0, offset));
      return new Interval(begin, begin.plusDays(2));
    }
    LocalDate begin = plus(floor(today, unit), unit, offset);
    return new Interval(begin, plus(begin, unit, 1));
  }

  /** "Three months ago", as coarse as its unit. */
  Interval ago(int count, String unit) {
    if (today == null) {
      return null;
    }
    LocalDate begin = floor(plus(today, unit, -count), unit);
    return new Interval(begin, plus(begin, unit, 1));
  }

  /** "The past three months" up to today, "the next three months" from today. */
  Interval span(int count, String unit, int direction) {
    if (today == null) {
      return null;
    }
    LocalDate far = plus(today, unit, count * direction);
    return direction < 0
        ? new Interval(far, today.plusDays(1))
        : new Interval(today, far.plusDays(1));
  }

  /** A quarter (3 months) or half (6 months) of a year; year -1: the latest that has begun. */
  Interval part(int number, int months, int year) {
    if (year < 0 && today == null) {
      return null;
    }
    int known = year > 0 ? year : today.getYear();
    LocalDate begin = LocalDate.of(known, (number - 1) * months + 1, 1);
    if (year < 0 && begin.isAfter(today)) {
      begin = begin.minusYears(1);
    }
    return new Interval(begin, begin.plusMonths(months));
  }

  private static LocalDate floor(LocalDate day, String unit) {
    switch (unit) {
      case "week":
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month":
        return day.withDayOfMonth(1);
      case "quarter":
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case "year":
        return day.withDayOfYear(1);
      case "decade":
        return LocalDate.of(day.getYear() / 10 * 10, 1, 1);
      default:
        return day;
    }
  }

  private static LocalDate plus(LocalDate day, String unit, int count) {
    switch (unit) {
      case "week", "weekend":
        return day.plusWeeks(count);
      case "month":
        return day.plusMonths(count);
      case "quarter":
        return day.plusMonths(3L * count);
      case "year":
        return day.plusYears(count);
      case "decade":
        return day.plusYears(10L * count);
      default:
        return day.plusDays(count);
    }
  }
}
