package dev.headwater.reuse;

import dev.headwater.text.WordList;
import java.util.List;
import java.util.Locale;
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
  private static final List<List<String>> CUES = WordList.rows("reuse/release-cues.tsv");

  /** Who sent it, as releases end; what a news site says of itself begins otherwise. */
  private static final Pattern ABOUT =
      Pattern.compile("About (?!(?:Us|This|Our|The Author|the Author|the author)\\b)\\p{Lu}.*");

  private static final Pattern CONTACT =
      Pattern.compile("(?i)^\\W*(?:press |media |investor )?contacts?\\b\\s*(?::.*)?");
  private static final Pattern REACHED =
      Pattern.compile(
          "[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.-]{2,64}|\\d{3}[ .)-]{1,2}\\d{3}[ .-]\\d{2,4}");

  private PressReleases() {}

  /** Whether a text calls itself a press release. */
  static boolean isOne(String text) {
    TextEdges edges = TextEdges.of(text, FIRST_LINES, LAST_LINES);
    for (List<String> cue : CUES) {
      boolean begin = !cue.get(0).equals("end") && holds(edges.begin(), cue);
      if (begin || !cue.get(0).equals("begin") && holds(edges.end(), cue)) {
        return true;
      }
    }
    return endsWithSender(edges.end());
  }

  private static boolean holds(List<String> lines, List<String> cue) {
    return lines.stream().anyMatch(line -> holds(line, cue.get(1), cue.get(2)));
  }

  private static boolean holds(String line, String how, String phrase) {
    String bare = line.replaceFirst("^[\\s\\W&&[^/(]]{0,10}", "");
    if (how.equals("names")) {
      String rest = bare.startsWith(phrase + " ") ? bare.substring(phrase.length()).strip() : "";
      return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
    }
    String near = bare.substring(0, Math.min(MARK_REACH, bare.length())).toLowerCase(Locale.ROOT);
    return switch (how) {
      case "whole" -> near.replaceFirst("\\W+$", "").equals(phrase);
      case "begins" -> near.startsWith(phrase) && !goesOn(near, phrase.length());
      case "mark" -> near.contains(phrase);
      default -> throw new IllegalStateException("Unknown in release-cues.tsv: " + how);
    };
  }

  private static boolean goesOn(String line, int at) {
    return at < line.length()
        && Character.isLetter(line.charAt(at))
        && Character.isLetter(line.charAt(at - 1))
        && line.charAt(at) != 's';
  }

  /** Whether a text ends with a paragraph about a firm and with whom to reach there. */
  private static boolean endsWithSender(List<String> lines) {
    boolean about = false;
    boolean contact = false;
    boolean reached = false;
    for (String line : lines) {
      about |= line.length() <= LONGEST_HEADING && ABOUT.matcher(line).matches();
      contact |= line.length() <= LONGEST_HEADING && CONTACT.matcher(line).matches();
      reached |= REACHED.matcher(line).find();
    }
    return about && contact && reached;
  }
}
