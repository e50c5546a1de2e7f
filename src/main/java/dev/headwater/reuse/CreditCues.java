package dev.headwater.reuse;

import dev.headwater.text.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a credit from a mere mention by what stands next to an outlet's name ({@code
 * credit-cues.tsv}): "told Reason", "CNN reported", "(Reuters)". Looks at 80 characters on either
 * side and at one line.
 */
final class CreditCues {
  private static final int WINDOW = 80;
  private static final int LINE = 160;
  private static final int MOST_SKIPPED = 5;
  private static final int LONGEST_REPORTER = 3;
  private static final String BREAK = "¶";
  private static final String DASH = "-";
  private static final String OF = "of";
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\n|[^\\s]");
  private static final Pattern YEAR = Pattern.compile("(?:18|19|20)\\d\\d");

  private static final Set<String> SKIPPED_BEFORE = new HashSet<>();
  private static final Set<String> SKIPPED_BEHIND = new HashSet<>();
  private static final Set<String> PICTURES = WordList.words("reuse/picture-words.txt");
  private static final Set<String> PERSONS = new HashSet<>();
  private static final Set<String> LAST_WORDS = new HashSet<>();
  private static final List<Cue> CUES = read();

  /** A word in lower case or a mark beside a name. */
  private record Token(String word, boolean capital) {
    boolean isWord() {
      return Character.isLetterOrDigit(word.codePointAt(0));
    }
  }

  private record Cue(String kind, List<String> before, List<String> behind) {
    boolean isFor(Credits.Mention mention, boolean picture) {
      return switch (kind) {
        case "distinct" -> mention.distinct();
        case "line" -> !picture;
        default -> true;
      };
    }
  }

  private CreditCues() {}

  /** Whether a cue stands beside a name, and the name is no part of a longer one. */
  static boolean stand(Credits.Mention mention) {
    List<Token> before = before(mention);
    List<Token> behind = behind(mention);
    if (mention.cased() && isPartOfName(mention, before, behind)) {
      return false;
    }
    boolean picture = isPictureLine(mention);
    for (Cue cue : CUES) {
      if (cue.isFor(mention, picture)
          && endsWith(before, cue.before())
          && beginsWith(behind, cue.behind())) {
        return true;
      }
    }
    return mention.distinct() && isByItsReporter(behind);
  }

  /** Whether a cue follows the outlet's own reporter: "CNN's Ann Lee said". */
  private static boolean isByItsReporter(List<Token> behind) {
    int at = 0;
    while (at < behind.size() && PERSONS.contains(behind.get(at).word())) {
      at++;
    }
    if (at == 0) {
      return false;
    }
    int last = Math.min(behind.size(), at + LONGEST_REPORTER);
    while (at < last && behind.get(at).capital()) {
      at++;
    }
    List<Token> rest = behind.subList(at, behind.size());
    return CUES.stream().anyMatch(cue -> cue.before().isEmpty() && beginsWith(rest, cue.behind()));
  }

  /** Whether a word with a capital stands at the name as part of another one. */
  private static boolean isPartOfName(
      Credits.Mention mention, List<Token> before, List<Token> behind) {
    int last = before.size() - 1;
    boolean goesBefore =
        last > 0
            && isOfName(before.get(last))
            && !SKIPPED_BEFORE.contains(before.get(last).word())
            && !LAST_WORDS.contains(before.get(last).word())
            // The first word of a sentence has a capital whatever it is.
            && (mention.single() || before.get(last - 1).isWord());
    if (!mention.single()) {
      return goesBefore;
    }
    boolean linked =
        last > 1 && before.get(last).word().equals(OF) && isOfName(before.get(last - 1));
    return goesBefore || linked || !behind.isEmpty() && isOfName(behind.get(0));
  }

  private static boolean isOfName(Token token) {
    return token.capital() && !SKIPPED_BEHIND.contains(token.word());
  }

  private static boolean endsWith(List<Token> tokens, List<String> cue) {
    for (int to = tokens.size(); to >= cue.size(); to--) {
      if (equal(tokens.subList(to - cue.size(), to), cue)) {
        return true;
      }
      if (tokens.size() - to >= MOST_SKIPPED || !isSkippedBefore(tokens.get(to - 1).word())) {
        return false;
      }
    }
    return false;
  }

  private static boolean isSkippedBefore(String word) {
    return SKIPPED_BEFORE.contains(word) || YEAR.matcher(word).matches();
  }

  private static boolean beginsWith(List<Token> tokens, List<String> cue) {
    for (int from = 0; from + cue.size() <= tokens.size(); from++) {
      if (equal(tokens.subList(from, from + cue.size()), cue)) {
        return true;
      }
      if (from >= MOST_SKIPPED || !SKIPPED_BEHIND.contains(tokens.get(from).word())) {
        return false;
      }
    }
    return false;
  }

  private static boolean equal(List<Token> tokens, List<String> words) {
    for (int k = 0; k < words.size(); k++) {
      if (!tokens.get(k).word().equals(words.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static List<Token> before(Credits.Mention mention) {
    int from = Math.max(0, mention.begin() - WINDOW);
    List<Token> tokens = tokens(mention.text(), from, mention.begin());
    if (from == 0) {
      tokens.add(0, new Token(BREAK, false));
    }
    return tokens;
  }

  private static List<Token> behind(Credits.Mention mention) {
    int to = Math.min(mention.text().length(), mention.end() + WINDOW);
    List<Token> tokens = tokens(mention.text(), mention.end(), to);
    if (to == mention.text().length()) {
      tokens.add(new Token(BREAK, false));
    }
    boolean address =
        tokens.size() > 1 && tokens.get(0).word().equals(".") && tokens.get(1).word().equals("com");
    return address ? tokens.subList(2, tokens.size()) : tokens;
  }

  /** Words and marks of a stretch: quotation marks and hyphens inside words are left out. */
  private static List<Token> tokens(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      int begin = matcher.start();
      int end = matcher.end();
      if (word.equals("\n")) {
        addBreak(text, end, tokens);
      } else if (Character.isLetterOrDigit(word.codePointAt(0))) {
        tokens.add(new Token(word, Character.isUpperCase(text.charAt(begin))));
      } else if (word.equals("'") || word.equals("’")) {
        if (begin == from && begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
          tokens.add(new Token("'s", false));
          boolean s = end < to && text.charAt(end) == 's';
          matcher.region(s ? end + 1 : end, to);
        }
      } else if ("-–—‑".contains(word)) {
        addDash(text, begin, word, tokens);
      } else if (!"“”\"„«»‘`*".contains(word)) {
        tokens.add(new Token(word, false));
      }
    }
    return tokens;
  }

  /**
   * An empty line ends a paragraph. Another line ends one unless its sentence goes on: in lower
   * case, or behind a word in lower case, where a headline or a line of credit seldom ends.
   */
  private static void addBreak(String text, int end, List<Token> tokens) {
    int at = end;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) <= ' ') {
      at++;
    }
    boolean empty = at >= text.length() || text.charAt(at) == '\n';
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    boolean inSentence = last != null && last.isWord() && !last.capital();
    boolean goesOn = !empty && (inSentence || Character.isLowerCase(text.charAt(at)));
    if (!goesOn && (last == null || !last.word().equals(BREAK))) {
      tokens.add(new Token(BREAK, false));
    }
  }

  private static void addDash(String text, int at, String dash, List<Token> tokens) {
    boolean hyphen = dash.equals("-") || dash.equals("‑");
    boolean inWord =
        at > 0
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(at - 1))
            && Character.isLetterOrDigit(text.charAt(at + 1));
    boolean again = !tokens.isEmpty() && tokens.get(tokens.size() - 1).word().equals(DASH);
    if (!(hyphen && inWord) && !again) {
      tokens.add(new Token(DASH, false));
    }
  }

  private static boolean isPictureLine(Credits.Mention mention) {
    String text = mention.text();
    int from = mention.begin();
    while (from > 0 && mention.begin() - from < LINE && text.charAt(from - 1) != '\n') {
      from--;
    }
    int to = mention.end();
    while (to < text.length() && to - mention.end() < LINE && text.charAt(to) != '\n') {
      to++;
    }
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    while (matcher.find()) {
      if (PICTURES.contains(matcher.group().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static List<Cue> read() {
    List<Cue> cues = new ArrayList<>();
    for (List<String> row : WordList.rows("reuse/credit-cues.tsv")) {
      switch (row.get(0)) {
        case "skip" -> {
          addAll(row.get(1), SKIPPED_BEFORE);
          addAll(row.get(2), SKIPPED_BEHIND);
        }
        case "person" -> addAll(row.get(2), PERSONS);
        default -> cues.add(new Cue(row.get(0), words(row.get(1)), words(row.get(2))));
      }
    }
    cues.stream()
        .map(Cue::before)
        .filter(before -> !before.isEmpty())
        .forEach(before -> LAST_WORDS.add(before.get(before.size() - 1)));
    return List.copyOf(cues);
  }

  private static void addAll(String words, Set<String> into) {
    if (!words.isEmpty()) {
      into.addAll(List.of(words.split("\\|")));
    }
  }

  private static List<String> words(String cue) {
    return cue.isEmpty() ? List.of() : List.of(cue.split(" "));
  }
}
