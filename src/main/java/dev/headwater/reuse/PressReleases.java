package dev.headwater.reuse;

import dev.headwater.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a press release by the marks that it bears itself in its first and last lines ({@code
 * release-cues.tsv}): a story that was told "in a press release" is none.
 */
final class PressReleases {
  private static final int FIRST_LINES = 5;
  private static final int LAST_LINES = 12;
  private static final int MARK_REACH = 200;
  private static final int LONGEST_HEADING = 80;
  private static final List<Cue> BEGIN = cues("begin");
  private static final List<Cue> END = cues("end");

  /** Who sent it, as releases end; what a news site says of itself begins otherwise. */
  private static final Pattern ABOUT =
      Pattern.compile("About (?!(?:Us|This|Our|The Author|the Author|the author)\\b)\\p{Lu}.*");

  private static final Pattern CONTACT =
      Pattern.compile("(?i)^\\W*(?:press |media |investor )?contacts?\\b\\s*(?::.*)?");

  /** Before a line; a distributor's mark begins with a slash or bracket of its own. */
  private static final Pattern BULLET = Pattern.compile("[\\W&&[^/(]]{1,10}");

  private static final Pattern WORDLESS = Pattern.compile("\\W*");
  private static final Pattern REACHED =
      Pattern.compile(
          "[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.-]{2,64}|\\d{3}[ .)-]{1,2}\\d{3}[ .-]\\d{2,4}");

  private PressReleases() {}

  /**
   * Whether a text calls itself a press release. Asked of one article of nearly every pair: a line
   * is made ready once for all cues, and nothing is compiled.
   */
  static boolean isOne(String text) {
    TextEdges edges = TextEdges.of(text, FIRST_LINES, LAST_LINES);
    return bears(edges.begin(), BEGIN) || bears(edges.end(), END) || endsWithSender(edges.end());
  }

  private static boolean bears(List<String> lines, List<Cue> cues) {
    for (String line : lines) {
      Matcher bullet = BULLET.matcher(line);
      String bare = bullet.lookingAt() ? line.substring(bullet.end()) : line;
      String near = bare.substring(0, Math.min(MARK_REACH, bare.length())).toLowerCase(Locale.ROOT);
      for (Cue cue : cues) {
        if (cue.isIn(bare, near)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Cue> cues(String side) {
    return WordList.rows("reuse/release-cues.tsv").stream()
        .filter(row -> row.get(0).equals(side) || row.get(0).equals("edge"))
        .map(row -> new Cue(How.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(2)))
        .toList();
  }

  /** How a cue stands in its line. */
  private enum How {
    WHOLE,
    BEGINS,
    NAMES,
    MARK
  }

  private record Cue(How how, String phrase) {
    /** Whether it stands in a line, given without bullets, and the begin of that in lower case. */
    boolean isIn(String bare, String near) {
      return switch (how) {
        case WHOLE ->
            near.startsWith(phrase) && WORDLESS.matcher(near.substring(phrase.length())).matches();
        case BEGINS -> near.startsWith(phrase) && !goesOn(near, phrase.length());
        case NAMES -> bare.startsWith(phrase + " ") && beginsWithCapital(bare, phrase.length());
        case MARK -> near.contains(phrase);
      };
    }
  }

  private static boolean beginsWithCapital(String line, int from) {
    String rest = line.substring(from).strip();
    return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
  }

  private static boolean goesOn(String line, int at) {
    return at < line.length()
        && Character.isLetter(line.charAt(at))
        && Character.isLetter(line.charAt(at - 1))
        && line.charAt(at) != 's';
  }

  /** Whether a text ends with a paragraph about a firm and with whom to reach there. */
  private static boolean endsWithSender(List<String> lines) {
    return hasHeading(lines, ABOUT)
        && hasHeading(lines, CONTACT)
        && lines.stream().anyMatch(line -> REACHED.matcher(line).find());
  }

  private static boolean hasHeading(List<String> lines, Pattern heading) {
    return lines.stream()
        .anyMatch(line -> line.length() <= LONGEST_HEADING && heading.matcher(line).matches());
  }
}
