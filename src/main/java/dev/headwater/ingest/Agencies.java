package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * News agencies and where articles credit them ({@code agencies.tsv}). A credit of a picture, a
 * mention in the story and "contributed to this report" are no credit of the text.
 */
public final class Agencies {
  private static final Map<String, String> BY_LONG_NAME = new HashMap<>();
  private static final Map<String, String> BY_ANY_NAME = new HashMap<>();
  private static final Map<String, String> BY_DOMAIN = new HashMap<>();
  private static final Pattern LONG_NAME = load();
  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "\\((?:By\\s)?(?:The\\s)?([\\p{L}][\\p{L}. -]{1,40}?)(?:[/,|;][^()]{0,40})?\\)");
  private static final Pattern EDGE =
      Pattern.compile("^[\\s\\W]*(?i:source:?\\s|by\\s|from\\s)?(?i:the\\s)?|[\\s\\W]+$");
  private static final Pattern RIGHTS = Pattern.compile("(?i)^\\W*(©|copyright|\\(c\\)).{0,300}$");
  // Patterns that look for an end would take quadratic time on a hostile line.
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_BYLINE = 500;
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,/;|()]\\s*|\\s+(?:and|und)\\s+");

  private Agencies() {}

  /** The agency on a byline, alone or after a name. */
  public static Optional<String> inByline(String field) {
    String byline = field.substring(0, Math.min(LONGEST_BYLINE, field.length()));
    Matcher name = LONG_NAME.matcher(byline);
    if (name.find()) {
      return Optional.of(BY_LONG_NAME.get(name.group()));
    }
    for (String part : SEPARATOR.split(byline)) {
      Optional<String> agency = ofName(part);
      if (agency.isPresent()) {
        return agency;
      }
    }
    return Optional.empty();
  }

  /** The agency whose own site a registered domain is. */
  public static Optional<String> ofDomain(String domain) {
    return Optional.ofNullable(BY_DOMAIN.get(domain));
  }

  /** The agency that a whole string names, with marks and "by" around it. */
  public static Optional<String> ofName(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_ANY_NAME.get(EDGE.matcher(name).replaceAll("")))
        .or(() -> Optional.ofNullable(BY_ANY_NAME.get(name.strip())));
  }

  /** The agency that a line of its own names; two letters alone are no name but for AP. */
  static Optional<String> onOwnLine(String line) {
    if (line.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String bare = EDGE.matcher(line).replaceAll("");
    return bare.length() > 2 || bare.equals("AP") ? ofName(line) : Optional.empty();
  }

  /** The first agency in brackets, as in {@code PARIS (AP) —}. */
  public static Optional<String> inBrackets(String text) {
    Matcher brackets = IN_BRACKETS.matcher(text);
    while (brackets.find()) {
      Optional<String> agency = ofName(brackets.group(1));
      if (agency.isPresent()) {
        return agency;
      }
    }
    return Optional.empty();
  }

  /**
   * The agency that a line of its own credits: its name, a note of its rights, or its name in
   * brackets or behind a dash at the line's end.
   */
  public static Optional<String> inCreditLine(String line) {
    String stripped = line.strip();
    Optional<String> alone = onOwnLine(stripped);
    if (alone.isPresent()) {
      return alone;
    }
    if (RIGHTS.matcher(stripped).matches()) {
      Matcher name = LONG_NAME.matcher(stripped);
      return name.find() ? Optional.of(BY_LONG_NAME.get(name.group())) : Optional.empty();
    }
    int dash = Math.max(stripped.lastIndexOf('—'), stripped.lastIndexOf('–'));
    dash = Math.max(dash, stripped.lastIndexOf("--") + 1);
    if (dash > 0 && stripped.length() - dash < 40) {
      Optional<String> agency = ofName(stripped.substring(dash + 1));
      if (agency.isPresent()) {
        return agency;
      }
    }
    int bracket = stripped.lastIndexOf('(');
    boolean closes = stripped.endsWith(")") && stripped.length() - bracket < 40;
    return bracket >= 0 && closes ? inBrackets(stripped.substring(bracket)) : Optional.empty();
  }

  private static Pattern load() {
    List<String> names = new ArrayList<>();
    for (List<String> row : WordLists.rows("agencies.tsv")) {
      BY_ANY_NAME.put(row.get(0), row.get(0));
      BY_DOMAIN.put(row.get(1), row.get(0));
      for (String name : row.get(2).split("\\|")) {
        names.add(Pattern.quote(name));
        BY_LONG_NAME.put(name, row.get(0));
        BY_ANY_NAME.put(name, row.get(0));
        BY_ANY_NAME.put(name.toUpperCase(Locale.ROOT), row.get(0));
        BY_ANY_NAME.put(name.toLowerCase(Locale.ROOT), row.get(0));
      }
      for (String name : row.get(3).split("\\|")) {
        BY_ANY_NAME.put(name, row.get(0));
      }
    }
    BY_ANY_NAME.remove("-");
    BY_DOMAIN.remove("-");
    return Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", names) + ")(?![\\p{L}\\d])");
  }
}
