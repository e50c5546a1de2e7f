package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number in digits, in whichever grouping and decimal style its own marks make plain.
 *
 * <p>{@code 1,234.5}, {@code 1.234,5}, {@code 1'234}, {@code 12,34,567}, {@code 0,5}, {@code .5}. A
 * single comma before one or two digits is read as a decimal comma and flagged.
 */
final class Digits {
  private static final Pattern PLAIN = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?|\\.\\d{1,30}");
  private static final Pattern COMMAS = Pattern.compile("\\d{1,3}(,\\d{3}){1,9}(\\.\\d{1,12})?");
  private static final Pattern INDIAN =
      Pattern.compile("\\d{1,2}(,\\d{2}){1,9},\\d{3}(\\.\\d{1,12})?");
  private static final Pattern DOTS =
      Pattern.compile("\\d{1,3}(\\.\\d{3}){2,9}(,\\d{1,12})?|\\d{1,3}(\\.\\d{3}){1,9},\\d{1,12}");
  private static final Pattern DOT_GROUPED = Pattern.compile("[1-9]\\d{1,2}\\.000");
  private static final Pattern DOT_DOUBTFUL = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
  private static final Pattern QUOTES = Pattern.compile("\\d{1,3}(['’]\\d{3}){1,9}(\\.\\d{1,12})?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,12},\\d{1,2}");

  private static final Pattern COMMA_STYLE =
      Pattern.compile("(?:\\d{1,3}(?:[.'’]\\d{3}){1,9}|\\d{1,30})(?:,\\d{1,12})?|,\\d{1,12}");
  private static final Pattern POINT_STYLE =
      Pattern.compile("\\d{1,3}(?:,\\d{3}){2,9}(?:\\.\\d{1,12})?|\\d{1,12}\\.\\d{1,12}");

  private Digits() {}

  /** A value and whether a decimal comma had to be assumed. */
  record Reading(BigDecimal value, boolean doubtful) {}

  /** The value of a token; empty where the marks fit no style. */
  static Optional<Reading> read(String form) {
    if (form.length() > 40) {
      return Optional.empty();
    }
    if (PLAIN.matcher(form).matches()) {
      return sure(form);
    }
    if (COMMAS.matcher(form).matches() || INDIAN.matcher(form).matches()) {
      return sure(form.replace(",", ""));
    }
    if (DOTS.matcher(form).matches()) {
      return sure(form.replace(".", "").replace(',', '.'));
    }
    if (QUOTES.matcher(form).matches()) {
      return sure(form.replace("'", "").replace("’", ""));
    }
    if (DECIMAL_COMMA.matcher(form).matches()) {
      return Optional.of(new Reading(new BigDecimal(form.replace(',', '.')), true));
    }
    return Optional.empty();
  }

  /** 15.000 with nothing behind the point: thousands, for nobody states three empty decimals. */
  static boolean isDotGrouped(String form) {
    return DOT_GROUPED.matcher(form).matches();
  }

  /** 1.200, which some write for twelve hundred and others for a decimal. */
  static boolean isDotDoubtful(String form) {
    return DOT_DOUBTFUL.matcher(form).matches() && !isDotGrouped(form);
  }

  /** The value of a token in a language that writes 1.250 for a thousand and 2,4 for a fraction. */
  static Optional<Reading> readDecimalComma(String form) {
    if (form.length() > 40) {
      return Optional.empty();
    }
    if (COMMA_STYLE.matcher(form).matches()) {
      return sure(form.replaceAll("[.'’]", "").replace(',', '.'));
    }
    return POINT_STYLE.matcher(form).matches()
        ? Optional.of(new Reading(new BigDecimal(form.replace(",", "")), true))
        : Optional.empty();
  }

  private static Optional<Reading> sure(String digits) {
    return Optional.of(new Reading(new BigDecimal(digits), false));
  }

  /** Size of the last digit that is stated: 0.1 for 3.5, 100 for 6700, 1 for 0. */
  static BigDecimal step(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()));
    }
    if (value.scale() > 0) {
      return BigDecimal.ONE.movePointLeft(value.scale());
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return BigDecimal.ONE.movePointRight(-stripped.scale());
  }
}
