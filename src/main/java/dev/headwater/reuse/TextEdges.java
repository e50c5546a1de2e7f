package dev.headwater.reuse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The first and last lines of a text that hold anything, stripped: where bylines, credits and the
 * marks of a press release stand. A line may be in both.
 *
 * @param begin the first lines, in order
 * @param end the last lines, in order
 */
record TextEdges(List<String> begin, List<String> end) {

  /** Reads as many lines from each side; no other part of the text is looked at. */
  static TextEdges of(String text, int first, int last) {
    List<String> begin = new ArrayList<>();
    int at = 0;
    while (at < text.length() && begin.size() < first) {
      int newline = text.indexOf('\n', at);
      int to = newline < 0 ? text.length() : newline;
      String line = text.substring(at, to).strip();
      if (!line.isEmpty()) {
        begin.add(line);
      }
      at = to + 1;
    }
    Deque<String> end = new ArrayDeque<>();
    int to = text.length();
    while (to > 0 && end.size() < last) {
      int newline = text.lastIndexOf('\n', to - 1);
      String line = text.substring(newline + 1, to).strip();
      if (!line.isEmpty()) {
        end.addFirst(line);
      }
      to = newline;
    }
    return new TextEdges(List.copyOf(begin), List.copyOf(end));
  }

  /** The lines of both sides, the first ones first. */
  List<String> both() {
    List<String> both = new ArrayList<>(begin);
    both.addAll(end);
    return both;
  }
}
