package dev.headwater.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that opens a story: {@code PARIS (AP) —}, {@code WASHINGTON, March 3 (Reuters) -}.
 *
 * @param place as printed, with its date, without agency and dash
 * @param agency in normal form; null where none is named
 */
record Dateline(String place, String agency) {
  private static final String PLACE =
      "(\\p{Lu}[\\p{L}.'’-]*(?:[ /][\\p{Lu}][\\p{L}.'’-]*){0,4}"
          + "(?:,\\s[\\p{Lu}][\\p{L}.]*(?:\\s[\\p{Lu}][\\p{L}.]*){0,2})?"
          + "(?:,?\\s\\p{Lu}[\\p{L}]{2,8}\\.?\\s\\d{1,2}(?:,\\s\\d{4})?)?)";
  private static final Pattern WITH_BRACKETS =
      Pattern.compile(
          "^\\W{0,3}" + PLACE + "[,.]?\\s?(\\([\\p{L}][^()]{1,30}\\))(?:\\s?[—–-]{1,2}\\s?|\\s)");
  private static final Pattern WITH_DASH =
      Pattern.compile("^\\W{0,3}" + PLACE + "[.,]?\\s?(?:—|–|--|\\s-\\s|-\\s)\\s?(?=\\S)");

  /** A place in capitals, then one name in brackets, then a dash: an agency, known or not. */
  private static final Pattern AGENCY_BY_FORM = Pattern.compile("\\((\\p{Lu}\\p{L}{2,20})\\)");

  private static final Set<String> REGIONS = regions();

  private static Set<String> regions() {
    Set<String> regions = new HashSet<>(WordLists.words("regions.txt"));
    for (String country : Locale.getISOCountries()) {
      regions.add(new Locale("", country).getDisplayCountry(Locale.ENGLISH));
    }
    return Set.copyOf(regions);
  }

  /** The dateline at the beginning of a paragraph; empty where it begins like any other. */
  static Optional<Dateline> read(String paragraph) {
    String beginning = paragraph.substring(0, Math.min(140, paragraph.length()));
    Matcher brackets = WITH_BRACKETS.matcher(beginning);
    if (brackets.find()) {
      String agency = Agencies.inBrackets(brackets.group(2)).orElse(null);
      boolean dash = brackets.group().matches(".*[—–-]\\s?$");
      boolean loud = isLoud(brackets.group(1));
      Matcher form = AGENCY_BY_FORM.matcher(brackets.group(2));
      if (agency == null && dash && loud && form.matches() && !REGIONS.contains(form.group(1))) {
        agency = form.group(1);
      }
      return agency != null || loud || dash
          ? Optional.of(new Dateline(brackets.group(1), agency))
          : Optional.empty();
    }
    Matcher dash = WITH_DASH.matcher(beginning);
    return dash.find() && isLoud(dash.group(1))
        ? Optional.of(new Dateline(dash.group(1).strip(), null))
        : Optional.empty();
  }

  /** A place field of a record, without the dash that a teletype leaves. */
  static String ofField(String place) {
    int end = place.length();
    while (end > 0 && " \t,—–-".indexOf(place.charAt(end - 1)) >= 0) {
      end--;
    }
    return place.substring(0, end).strip();
  }

  /** Datelines without an agency are told from prose by their capitals. */
  private static boolean isLoud(String place) {
    String city = place.split("[,\\s]", 2)[0];
    return city.length() > 2 && city.equals(city.toUpperCase(Locale.ROOT));
  }
}
