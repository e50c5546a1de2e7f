package dev.headwater.ingest;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Marks what of a text is page furniture and not the story: menus, notices, captions, and lines
 * that recur through an outlet.
 *
 * <p>Line by line, by shape and by words; shape counts only where lines are paragraphs, so print
 * columns are left alone. Nothing is cut: spans point into the text. Cost is linear in the text.
 */
public final class Boilerplate {
  private static final int MENU_WORDS = 12;
  private static final int HEADLINE_WORDS = 5;
  private static final int LEAST_MENU_LINES = 4;
  private static final int MEAN_MENU_WORDS = 6;
  private static final int BULLET_WORDS = 6;
  private static final int TEASER_WORDS = 60;
  private static final double TAIL_SHARE = 0.5;
  private static final double RELATED_SHARE = 0.1;
  private static final int EDGE_LINES = 20;
  private static final int LEAST_REPEATED_LETTERS = 15;

  private Boilerplate() {}

  /** The furniture that an article's own text shows; spans in order, without overlap. */
  public static List<TextSpan> within(String text) {
    List<TextLine> lines = TextLine.of(text);
    return spans(text, lines, kinds(lines));
  }

  /**
   * Hashes of the first and last lines of a text, at most 20 each and each once, to be counted over
   * the articles of an outlet; equal lines have equal hashes on every machine.
   */
  public static long[] lineHashes(String text) {
    LongLinkedOpenHashSet hashes = new LongLinkedOpenHashSet();
    for (TextLine line : edges(TextLine.of(text))) {
      hashes.add(hash(line));
    }
    return hashes.toLongArray();
  }

  /** The first and last lines whose hash recurs in the outlet, as spans of kind repeated. */
  public static List<TextSpan> repeated(String text, LongPredicate recurs) {
    List<TextLine> edges = edges(TextLine.of(text));
    String[] kinds = new String[edges.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = recurs.test(hash(edges.get(i))) ? TextSpan.REPEATED : null;
    }
    return spans(text, edges, kinds);
  }

  /** The kind of each line; null for the story's. */
  static String[] kinds(List<TextLine> lines) {
    String[] kinds = new String[lines.size()];
    if (TextLine.areWrapped(lines)) {
      return kinds;
    }
    List<Optional<Furniture.Mark>> marks = new ArrayList<>();
    for (TextLine line : lines) {
      marks.add(Furniture.of(line));
    }
    int tail = tail(lines, marks);
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = i >= tail ? "notice" : marks.get(i).map(Furniture.Mark::kind).orElse(null);
    }
    int first = firstProse(lines, kinds);
    markBullets(lines, kinds, first);
    if (TextLine.haveParagraphs(lines)) {
      markMenus(lines, kinds, 0, first);
      markMenus(lines, kinds, lastProse(lines, kinds) + 1, tail);
    }
    markCaptionText(lines, kinds);
    markTeasers(lines, kinds, first);
    return kinds;
  }

  /** Index of the first line that is a paragraph of the story; the number of lines if none. */
  static int firstProse(List<TextLine> lines, String[] kinds) {
    int at = 0;
    while (at < kinds.length && (kinds[at] != null || !lines.get(at).isProse())) {
      at++;
    }
    return at;
  }

  /** Index of the last paragraph of the story; -1 if none. */
  static int lastProse(List<TextLine> lines, String[] kinds) {
    int at = kinds.length - 1;
    while (at >= 0 && (kinds[at] != null || !lines.get(at).isProse())) {
      at--;
    }
    return at;
  }

  /** Index of the line from which on the page is furniture; the number of lines if none. */
  private static int tail(List<TextLine> lines, List<Optional<Furniture.Mark>> marks) {
    long[] prose = new long[lines.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean story = lines.get(i).isProse() && marks.get(i).isEmpty();
      prose[i] = prose[i + 1] + (story ? lines.get(i).words() : 0);
    }
    for (int i = 1; i < lines.size(); i++) {
      String where = marks.get(i).map(Furniture.Mark::where).orElse("");
      double share = where.equals("tail") ? TAIL_SHARE : RELATED_SHARE;
      boolean marker = where.equals("tail") || where.equals("related");
      if (marker && prose[0] > 0 && prose[i] < prose[0] * share) {
        return i;
      }
    }
    return lines.size();
  }

  private static void markBullets(List<TextLine> lines, String[] kinds, int first) {
    for (int i = 0; i < first; i++) {
      char c = lines.get(i).text().charAt(0);
      if (kinds[i] == null && (c == '•' || c == '·') && lines.get(i).words() <= BULLET_WORDS) {
        kinds[i] = "menu";
      }
    }
  }

  private static void markMenus(List<TextLine> lines, String[] kinds, int from, int to) {
    int begin = from;
    while (begin < to) {
      int end = begin;
      while (end < to && lines.get(end).block() == lines.get(begin).block()) {
        end++;
      }
      markMenu(lines, kinds, begin, end);
      begin = end;
    }
  }

  private static void markMenu(List<TextLine> lines, String[] kinds, int begin, int end) {
    List<Integer> entries = new ArrayList<>();
    int words = 0;
    for (int i = begin; i < end; i++) {
      TextLine line = lines.get(i);
      boolean headline =
          line.words() >= HEADLINE_WORDS
              && (i + 1 == end || Byline.isIn(lines.get(i + 1)) || lines.get(i + 1).isProse());
      boolean entry = isEntry(line) && !Byline.isIn(line);
      if (kinds[i] == null && entry && !headline && !holdsFigure(line)) {
        entries.add(i);
        words += line.words();
      }
    }
    if (entries.size() >= LEAST_MENU_LINES && words <= entries.size() * MEAN_MENU_WORDS) {
      for (int entry : entries) {
        kinds[entry] = "menu";
      }
    }
  }

  private static boolean isEntry(TextLine line) {
    // A line that goes on from the one before is prose that something broke.
    return line.words() <= MENU_WORDS
        && !line.endsSentence()
        && !line.text().endsWith(",")
        && !Character.isLowerCase(line.text().codePointAt(0));
  }

  /** Lists of results and prices look like menus, but their numbers are news. */
  private static boolean holdsFigure(TextLine line) {
    return line.text().chars().anyMatch(Character::isDigit)
        && DateText.all(line.text(), DateOrder.MONTH_FIRST).isEmpty();
  }

  /** The words of a picture stand right before its credit, in the same block. */
  private static void markCaptionText(List<TextLine> lines, String[] kinds) {
    for (int i = 1; i < kinds.length; i++) {
      boolean credit = "caption".equals(kinds[i]) && lines.get(i).words() <= MENU_WORDS;
      for (int k = i - 1; credit && k >= Math.max(0, i - 2); k--) {
        boolean near = lines.get(k).block() == lines.get(i).block();
        if (!near || kinds[k] != null || lines.get(k).isProse()) {
          break;
        }
        kinds[k] = "caption";
      }
    }
  }

  /**
   * A teaser of another story: a headline, and a paragraph cut in the middle of a word or clause.
   */
  private static void markTeasers(List<TextLine> lines, String[] kinds, int first) {
    for (int i = first + 2; i < kinds.length; i++) {
      String text = lines.get(i).text();
      TextLine above = lines.get(i - 1);
      boolean cut =
          text.length() > 1
              && text.endsWith("…")
              && Character.isLetter(text.charAt(text.length() - 2));
      boolean heading = above.words() <= MENU_WORDS * 2 && !above.endsSentence();
      if (cut && heading && kinds[i] == null && lines.get(i).words() <= TEASER_WORDS) {
        kinds[i] = "notice";
        kinds[i - 1] = kinds[i - 1] == null ? "notice" : kinds[i - 1];
      }
    }
  }

  private static List<TextLine> edges(List<TextLine> lines) {
    List<TextLine> edges = new ArrayList<>();
    if (TextLine.areWrapped(lines) || TextLine.areCutShort(lines)) {
      // A line of wrapped text is a piece of a sentence: the same words of a daily report recur.
      return edges;
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean edge = i < EDGE_LINES || i >= lines.size() - EDGE_LINES;
      if (edge && holdsEnoughLetters(lines.get(i).text())) {
        edges.add(lines.get(i));
      }
    }
    return edges;
  }

  private static boolean holdsEnoughLetters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < LEAST_REPEATED_LETTERS; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters >= LEAST_REPEATED_LETTERS;
  }

  private static long hash(TextLine line) {
    String folded = TextLine.folded(line.lower(), c -> c == ' ' || (c >= '\t' && c <= '\r'));
    return Hashing.wyhashFinal4().hashCharsToLong(folded);
  }

  /** Neighbouring lines of one kind make one span. */
  static List<TextSpan> spans(String text, List<TextLine> lines, String[] kinds) {
    CodePoints points = CodePoints.of(text);
    List<TextSpan> spans = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == null) {
        continue;
      }
      int begin = i;
      while (i + 1 < kinds.length
          && kinds[begin].equals(kinds[i + 1])
          && text.substring(lines.get(i).end(), lines.get(i + 1).begin()).isBlank()) {
        i++;
      }
      spans.add(
          new TextSpan(
              points.fromUnit(lines.get(begin).begin()),
              points.fromUnit(lines.get(i).end()),
              kinds[begin]));
    }
    return spans;
  }
}
