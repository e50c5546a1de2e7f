package dev.headwater.claim;

import dev.headwater.claim.Frame.Place;
import java.util.ArrayList;
import java.util.List;

/** Ends what an attribution reports where the next one on the same level begins. */
final class FrameBounds {
  private FrameBounds() {}

  /** Content ends at a semicolon, and where a later attribution on the same level begins. */
  static List<Frame> bounded(Lexemes s, List<Frame> frames) {
    List<Frame> bounded = new ArrayList<>();
    for (Frame frame : frames) {
      if (frame.place() == Place.BEFORE) {
        int end = Math.min(semicolon(s, frame, frames), nextFrame(s, frame, frames));
        end = Math.min(end, subordinateEnd(s, frame));
        bounded.add(frame.until(Math.min(end, comparison(s, frame))));
      } else if (frame.place() == Place.AFTER) {
        bounded.add(frame.until(nextFrame(s, frame, frames)));
      } else {
        bounded.add(frame);
      }
    }
    return List.copyOf(bounded);
  }

  /** "She expects 5 million, up from 4 million": what was before nobody needs to expect. */
  private static int comparison(Lexemes s, Frame frame) {
    boolean thought = frame.verb() != null && frame.verb().group() == ReportingVerb.Group.THINK;
    for (int i = frame.cueTo(); thought && i < s.size(); i++) {
      if (Modality.isComparison(s, i)) {
        return i;
      }
    }
    return s.size();
  }

  private static int semicolon(Lexemes s, Frame frame, List<Frame> frames) {
    for (int i = frame.cueTo(); i < s.size(); i++) {
      if (s.at(i).isMark(";") && !s.at(i).quoted() && hasLater(frames, i)) {
        return i;
      }
    }
    return s.size();
  }

  private static int nextFrame(Lexemes s, Frame frame, List<Frame> frames) {
    int end = s.size();
    for (Frame other : frames) {
      boolean later = other.cueFrom() > frame.cueFrom();
      if (later && endsContent(s, frame, other)) {
        int from = Math.min(other.sourceFrom(), other.cueFrom());
        end = Math.min(end, turn(s, frame.cueTo(), from));
      }
    }
    return end;
  }

  /** ", but …" between two attributions leaves what the first one reports. */
  private static int turn(Lexemes s, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      boolean but = s.at(i + 1).lower().equals("but") || s.at(i + 1).lower().equals("while");
      if (but && s.at(i).isMark(",") && !s.at(i).quoted()) {
        return i;
      }
    }
    return to;
  }

  private static boolean hasLater(List<Frame> frames, int index) {
    return frames.get(frames.size() - 1).cueFrom() > index;
  }

  /** "While X denies it, …": the comma after a leading clause ends what is said in it. */
  private static int subordinateEnd(Lexemes s, Frame frame) {
    int first = 0;
    while (first < s.size()
        && (s.at(first).isQuote()
            || s.at(first).lower().equals("and")
            || s.at(first).lower().equals("but"))) {
      first++;
    }
    boolean leading = first < frame.sourceFrom() && s.at(first).is("subordinator");
    if (!leading) {
      return s.size();
    }
    for (int i = first; i < s.size(); i++) {
      boolean comma = s.at(i).isMark(",") && !s.at(i).quoted();
      if (comma) {
        return i <= frame.cueTo() ? s.size() : i;
      }
    }
    return s.size();
  }

  private static boolean endsContent(Lexemes s, Frame frame, Frame other) {
    int from = Math.min(other.sourceFrom(), other.cueFrom());
    if (from <= frame.cueTo() || s.at(from).quoted() && !s.at(frame.cueFrom()).quoted()) {
      return false;
    }
    if (other.place() == Place.AFTER || other.place() == Place.PHRASE) {
      return other.covers(other.cueFrom() - 1) || other.covers(other.sourceFrom() - 1);
    }
    String before = s.at(from - 1).lower();
    boolean same =
        frame.verb() != null
            && other.verb() != null
            && frame.verb().lemma().equals(other.verb().lemma());
    if (same && other.place() == Place.BEFORE && s.at(from - 1).isMark(",")) {
      return true;
    }
    return (before.equals("and") || before.equals("but") || before.equals("while"))
        && from >= 2
        && s.at(from - 2).isMark(",");
  }
}
