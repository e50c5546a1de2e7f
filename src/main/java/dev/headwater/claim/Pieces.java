package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads stretches without full stops, as lists and tables have them, in pieces of bounded length,
 * so that no rule that looks around within a sentence costs more than linear time.
 */
final class Pieces {
  /** Longest stretch that is read at once, in code points. */
  static final int LONGEST = 2000;

  private static final int LOOK_BACK = 200;

  private Pieces() {}

  /** The quantities of all pieces of [begin, end), in code points, as if of one sentence. */
  static QuantityReader.Reading read(
      SentenceReader reader, String text, CodePoints points, int begin, int end) {
    List<Quantity> quantities = new ArrayList<>();
    List<NonClaim> nonClaims = new ArrayList<>();
    int from = begin;
    while (from < end) {
      int to = end - from > LONGEST ? cutBefore(text, points, from + LONGEST) : end;
      QuantityReader.Reading piece = reader.read(text, points, from, to);
      int shift = quantities.size();
      for (Quantity q : piece.quantities()) {
        int root = q.conversionOf() < 0 ? -1 : q.conversionOf() + shift;
        quantities.add(q.conversionOf(root, q.bound(), q.hedge(), q.change()));
      }
      nonClaims.addAll(piece.nonClaims());
      from = to;
    }
    return new QuantityReader.Reading(List.copyOf(quantities), List.copyOf(nonClaims));
  }

  /** The last blank shortly before a point, so that no word is cut; the point if there is none. */
  private static int cutBefore(String text, CodePoints points, int point) {
    for (int at = point; at > point - LOOK_BACK; at--) {
      if (Tokenizer.isSpace(text.codePointAt(points.toUnit(at)))) {
        return at;
      }
    }
    return point;
  }
}
