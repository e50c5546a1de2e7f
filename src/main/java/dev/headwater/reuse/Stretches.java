package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stretches of one article: its sides of links, merged where they are the same story.
 *
 * <p>A link inside another belongs to it. In a page of many stories, a link that spans several
 * stories is counted to the one it overlaps most; so neighbours on a page stay apart. Cost: the
 * passages of one article times its stretches.
 *
 * @param begins first code point of each stretch, ascending
 * @param ends one past the last code point of each stretch
 * @param stretchOf for each interval given, the index of its stretch
 */
public record Stretches(int[] begins, int[] ends, int[] stretchOf) {
  private static final double SAME = 0.5;
  private static final double NEARLY = 0.7;
  private static final double PART = 0.15;
  private static final double SLIGHT = 0.3;

  /**
   * Merges intervals of code points of an article with the given number of words.
   *
   * @param shares for each interval, the share of the article that its link covers most of: an
   *     interval that is a small part of both its articles does not belong to a longer stretch
   *     around it, since it says nothing of the story told there
   */
  public static Stretches of(
      int[] begins, int[] ends, double[] shares, int articleWords, ReuseSettings settings) {
    int[] order = longestFirst(begins, ends);
    List<Group> groups = new ArrayList<>();
    for (int interval : order) {
      Group same = null;
      for (Group group : groups) {
        int longer = Math.max(group.length(), ends[interval] - begins[interval]);
        if (same == null && group.overlap(begins[interval], ends[interval]) >= NEARLY * longer) {
          same = group;
        }
      }
      if (same == null) {
        same = new Group(begins[interval], ends[interval]);
        groups.add(same);
      }
      same.intervals.add(interval);
    }
    boolean page = articleWords > settings.rewriteMaxWords();
    List<Group> kept = new ArrayList<>();
    List<Group> spans = new ArrayList<>();
    for (Group group : groups) {
      group.slight = !page && group.intervals.intStream().allMatch(i -> shares[i] < SLIGHT);
      Group holder = holder(group, kept);
      if (holder != null) {
        holder.intervals.addAll(group.intervals);
      } else if (page && isSpan(group, groups)) {
        spans.add(group);
      } else {
        kept.add(group);
      }
    }
    spans.forEach(span -> share(span, kept));
    return stretches(begins.length, kept);
  }

  private static int[] longestFirst(int[] begins, int[] ends) {
    return IntStream.range(0, begins.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(k -> begins[k] - ends[k])
                .thenComparingInt(k -> begins[k])
                .thenComparingInt(k -> k))
        .mapToInt(k -> k)
        .toArray();
  }

  /** The stretch that already holds most of a group; null when none does. */
  private static Group holder(Group group, List<Group> kept) {
    Group holder = null;
    for (Group other : kept) {
      boolean fits = !group.slight || other.slight;
      boolean holds = fits && other.overlap(group.begin, group.end) >= SAME * group.length();
      if (holds && (holder == null || other.length() < holder.length())) {
        holder = other;
      }
    }
    return holder;
  }

  /** Whether a group is made of smaller ones, side by side, that others share as often. */
  private static boolean isSpan(Group span, List<Group> groups) {
    int parts = 0;
    int covered = 0;
    List<Group> inside =
        groups.stream()
            .filter(g -> g != span && g.length() < span.length())
            .filter(g -> g.length() >= PART * span.length())
            .filter(g -> g.intervals.size() >= span.intervals.size())
            .filter(g -> span.overlap(g.begin, g.end) >= SAME * g.length())
            .sorted(Comparator.<Group>comparingInt(g -> g.end).thenComparingInt(g -> g.begin))
            .toList();
    int reached = Integer.MIN_VALUE;
    for (Group part : inside) {
      if (part.begin >= reached) {
        parts++;
        covered += part.length();
        reached = part.end;
      }
    }
    return parts >= 2 && covered >= SAME * span.length();
  }

  /** Counts the passages of a span to the stretch it overlaps most. */
  private static void share(Group span, List<Group> kept) {
    Group most = kept.get(0);
    for (Group other : kept) {
      if (other.overlap(span.begin, span.end) > most.overlap(span.begin, span.end)) {
        most = other;
      }
    }
    most.intervals.addAll(span.intervals);
  }

  private static Stretches stretches(int intervals, List<Group> kept) {
    kept.sort(Comparator.<Group>comparingInt(g -> g.begin).thenComparingInt(g -> g.end));
    int[] of = new int[intervals];
    int[] begins = new int[kept.size()];
    int[] ends = new int[kept.size()];
    for (int s = 0; s < kept.size(); s++) {
      begins[s] = kept.get(s).begin;
      ends[s] = kept.get(s).end;
      for (int interval : kept.get(s).intervals) {
        of[interval] = s;
      }
    }
    return new Stretches(begins, ends, of);
  }

  private static final class Group {
    private final int begin;
    private final int end;
    private final IntArrayList intervals = new IntArrayList();
    private boolean slight;

    Group(int begin, int end) {
      this.begin = begin;
      this.end = end;
    }

    int length() {
      return end - begin;
    }

    int overlap(int otherBegin, int otherEnd) {
      return Math.max(0, Math.min(end, otherEnd) - Math.max(begin, otherBegin));
    }
  }
}
