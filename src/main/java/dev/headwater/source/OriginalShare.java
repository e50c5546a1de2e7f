package dev.headwater.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which share of an article is its outlet's own: what no stretch copied from another outlet covers.
 *
 * <p>Stretches may overlap at their borders; a word copied twice is copied once. O(n log n).
 */
final class OriginalShare {
  private OriginalShare() {}

  /** The share of the article's words, 0..1. */
  static double of(String source, ArticleFacts article) {
    List<OwnStretch> copied = new ArrayList<>();
    for (OwnStretch stretch : article.stretches()) {
      if (stretch.isCopiedInto(source)) {
        copied.add(stretch);
      }
    }
    copied.sort(
        Comparator.comparingInt((OwnStretch own) -> own.stretch().begin())
            .thenComparingInt(own -> own.stretch().end()));
    double covered = 0;
    int reached = 0;
    for (OwnStretch own : copied) {
      int length = own.stretch().end() - own.stretch().begin();
      int begin = Math.max(reached, own.stretch().begin());
      int fresh = Math.max(0, own.stretch().end() - begin);
      covered += length == 0 ? 0 : own.stretch().share() * fresh / length;
      reached = Math.max(reached, own.stretch().end());
    }
    return Math.max(0, Math.min(1, 1 - covered));
  }
}
