package dev.headwater.source;

import dev.headwater.model.CopyEdge;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How much one outlet copies another, month by month, with and without wire copy. Undated copies
 * and copies within one outlet make no edge. O(n log n).
 */
public final class CopyEdges {
  private CopyEdges() {}

  /** The edges between any outlets, by outlets and month. */
  public static List<CopyEdge> of(Collection<OutletCopy> copies) {
    Map<Key, List<OutletCopy>> byEdge = new TreeMap<>(Key.ORDER);
    for (OutletCopy copy : copies) {
      if (copy.publishedAt() != null && !copy.fromSource().equals(copy.toSource())) {
        byEdge.computeIfAbsent(Key.of(copy), key -> new ArrayList<>()).add(copy);
      }
    }
    List<CopyEdge> edges = new ArrayList<>();
    byEdge.forEach((key, own) -> edges.add(edge(key, own)));
    return edges;
  }

  private static CopyEdge edge(Key key, List<OutletCopy> copies) {
    List<OutletCopy> own = new ArrayList<>(copies);
    own.sort(
        Comparator.comparing((OutletCopy copy) -> copy.stretch().articleId())
            .thenComparing(copy -> copy.stretch().clusterId())
            .thenComparing(copy -> copy.stretch().begin()));
    List<OutletCopy> unwired =
        own.stream().filter(copy -> copy.stretch().agency() == null).toList();
    return new CopyEdge(
        key.from(),
        key.to(),
        key.month(),
        articles(own),
        own.size(),
        medianLag(own),
        credited(own),
        confidence(own),
        articles(unwired),
        unwired.size(),
        medianLag(unwired),
        unwired.isEmpty() ? null : (Double) credited(unwired),
        confidence(unwired));
  }

  private static double credited(List<OutletCopy> copies) {
    return copies.stream().filter(OutletCopy::credited).count() / (double) copies.size();
  }

  /** The mean; null where none is known. */
  private static Double confidence(List<OutletCopy> copies) {
    double sum = 0;
    int judged = 0;
    for (OutletCopy copy : copies) {
      if (copy.stretch().parentConfidence() != null) {
        sum += copy.stretch().parentConfidence();
        judged++;
      }
    }
    return judged == 0 ? null : (Double) (sum / judged);
  }

  private static int articles(List<OutletCopy> copies) {
    Set<String> articles = new HashSet<>();
    copies.forEach(copy -> articles.add(copy.stretch().articleId()));
    return articles.size();
  }

  private static Double medianLag(List<OutletCopy> copies) {
    List<Long> lags = new ArrayList<>();
    for (OutletCopy copy : copies) {
      if (copy.stretch().lagMinutes() != null) {
        lags.add(copy.stretch().lagMinutes());
      }
    }
    return Medians.of(lags);
  }

  private record Key(String from, String to, LocalDate month) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::from).thenComparing(Key::to).thenComparing(Key::month);

    static Key of(OutletCopy copy) {
      LocalDate day = LocalDate.ofInstant(copy.publishedAt(), ZoneOffset.UTC);
      return new Key(copy.fromSource(), copy.toSource(), day.withDayOfMonth(1));
    }
  }
}
