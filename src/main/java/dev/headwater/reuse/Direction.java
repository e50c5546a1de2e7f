package dev.headwater.reuse;

import dev.headwater.source.OutletNames;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who copied whom inside one cluster.
 *
 * <p>Each stretch chooses a parent among the stretches it shares a passage with that stand before
 * it in one order of the cluster (day, then hour or credit, then length), so there are no cycles.
 * Every candidate has one weight, from the words shared, the lag and the credit given, however many
 * links it has; confidence is the chosen one's share of all weights, as in the spanning-tree
 * posterior of the Viral Texts project (Smith, Cordell, Mullen 2015) where only one parent per node
 * is free, times what the evidence of order is worth. What two outlets copied from one another
 * before is no evidence: it grows from night to night, and nights would name other parents than one
 * batch over all of them. Cost: a sort and one look at each link.
 */
public final class Direction {
  static final String ORIGINAL = "original";
  static final String COPY = "copy";
  static final String UNCLEAR = "unclear";

  private static final double CREDIT_WEIGHT = 20;
  private static final double LAG_DAYS = 30;
  private static final double BY_CREDIT = 0.95;
  private static final double BY_DATE = 0.85;
  private static final double BY_LENGTH = 0.35;
  private static final double WIRE_FACTOR = 0.5;
  private static final double CONTAINED = 0.9;

  private final List<Copy> copies;
  private final boolean[] credits;
  private final int[] rank;
  private final List<List<CopyLink>> links;
  private final boolean wire;

  private Direction(List<Copy> copies, List<CopyLink> given) {
    this.copies = copies;
    this.credits = new boolean[copies.size()];
    this.links = new ArrayList<>();
    for (int c = 0; c < copies.size(); c++) {
      links.add(new ArrayList<>());
    }
    for (CopyLink stated : merged(given)) {
      CopyLink link = withAgency(stated);
      links.get(link.one()).add(link);
      links.get(link.other()).add(link);
      credits[link.one()] |= link.oneCreditsOther();
      credits[link.other()] |= link.otherCreditsOne();
    }
    this.wire = copies.stream().anyMatch(copy -> copy.agency() != null);
    this.rank = rank(copies, credits);
  }

  /** The parentage of each stretch of a cluster, in the order given. */
  public static List<Parentage> of(List<Copy> copies, List<CopyLink> links) {
    Direction direction = new Direction(copies, links);
    Parentage[] found = new Parentage[copies.size()];
    for (int c = 0; c < copies.size(); c++) {
      found[c] = direction.parentage(c);
    }
    return List.of(found);
  }

  /** One link for each two stretches, in order: a parent must not compete with itself. */
  private static Collection<CopyLink> merged(List<CopyLink> links) {
    Map<Long, CopyLink> merged = new LinkedHashMap<>();
    for (CopyLink link : links) {
      if (link.one() != link.other()) {
        merged.merge(PairCounts.pair(link.one(), link.other()), link, CopyLink::with);
      }
    }
    return merged.values();
  }

  /** A link with the credit that a stretch gives to an agency whose own article is the other. */
  private CopyLink withAgency(CopyLink link) {
    Copy one = copies.get(link.one());
    Copy other = copies.get(link.other());
    return new CopyLink(
        link.one(),
        link.other(),
        link.words(),
        link.oneCreditsOther() || creditsAgency(one, other),
        link.otherCreditsOne() || creditsAgency(other, one));
  }

  private static boolean creditsAgency(Copy copy, Copy other) {
    return copy.agency() != null
        && !copy.source().equals(other.source())
        && isOutletOf(copy.agency(), other.source());
  }

  /** Whether an outlet is an agency's own. */
  static boolean isOutletOf(String agency, String source) {
    int dot = source.indexOf('.');
    String outlet = letters(dot < 0 ? source : source.substring(0, dot));
    String name = letters(agency);
    return !name.isEmpty() && (outlet.equals(name) || outlet.equals(name + "news"));
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.chars()
        .filter(Character::isLetter)
        .map(Character::toLowerCase)
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  /**
   * Place of each stretch in one order; of those that nothing else orders the outlet decides, as
   * ids are hashes.
   *
   * @param credits whether each one credits another
   */
  static int[] rank(List<Copy> copies, boolean[] credits) {
    Integer[] order = new Integer[copies.size()];
    Arrays.setAll(order, c -> c);
    Arrays.sort(
        order,
        Comparator.<Integer, Instant>comparing(c -> sortsAt(copies.get(c), credits[c]))
            .thenComparing(c -> -copies.get(c).words())
            .thenComparing(c -> copies.get(c).source())
            .thenComparing(c -> copies.get(c).articleId())
            .thenComparing(c -> copies.get(c).begin()));
    int[] places = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      places[order[p]] = p;
    }
    return places;
  }

  /** A day without an hour counts from its first minute, or its last if another is credited. */
  private static Instant sortsAt(Copy copy, boolean credits) {
    if (copy.publishedAt() == null) {
      return credits ? Instant.MAX : Instant.MAX.minusSeconds(1);
    }
    Instant day = day(copy);
    if (copy.hasHour()) {
      return copy.publishedAt();
    }
    return credits ? day.plus(Duration.ofDays(1)).minusSeconds(1) : day;
  }

  private static Instant day(Copy copy) {
    return copy.publishedAt()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private Parentage parentage(int child) {
    CopyLink best = null;
    double bestWeight = 0;
    double sum = 0;
    for (CopyLink link : links.get(child)) {
      int parent = otherEnd(link, child);
      if (parent == child || rank[parent] > rank[child]) {
        continue;
      }
      double weight = weight(link, child, parent);
      sum += weight;
      boolean ties = best != null && weight == bestWeight;
      if (weight > bestWeight || ties && rank[parent] < rank[otherEnd(best, child)]) {
        best = link;
        bestWeight = weight;
      }
    }
    boolean representative = rank[child] == 0;
    if (best == null) {
      return new Parentage(firstRole(child), -1, null, List.of(), null, representative);
    }
    return parentage(child, otherEnd(best, child), best, bestWeight / sum, representative);
  }

  private Parentage parentage(
      int child, int parent, CopyLink link, double posterior, boolean representative) {
    boolean credit = isCredited(link, child);
    boolean dated = isBefore(copies.get(parent), copies.get(child));
    List<String> basis = new ArrayList<>();
    if (dated) {
      basis.add("date");
    }
    if (credit) {
      basis.add("credit");
    }
    if (link.words() >= CONTAINED * copies.get(child).words()) {
      basis.add("containment");
    }
    if (wire) {
      basis.add("wire");
    }
    double order = credit ? BY_CREDIT : dated ? BY_DATE : BY_LENGTH;
    double confidence = posterior * order * (wire && !credit ? WIRE_FACTOR : 1);
    boolean known = credit || dated;
    Copy from = copies.get(parent);
    Copy to = copies.get(child);
    Long lag =
        from.hasHour() && to.hasHour()
            ? Duration.between(from.publishedAt(), to.publishedAt()).toMinutes()
            : null;
    return known
        ? new Parentage(COPY, parent, confidence, List.copyOf(basis), lag, representative)
        : new Parentage(UNCLEAR, -1, null, List.of(), null, representative);
  }

  /**
   * The first of all is the original if every link says so by date or credit; not if it credits an
   * agency whose own text is not there, since it is a copy then itself.
   */
  private String firstRole(int first) {
    Copy copy = copies.get(first);
    boolean own = copy.agency() == null || OutletNames.of(copy.source(), null).has(copy.agency());
    boolean known = own && !links.get(first).isEmpty();
    for (CopyLink link : links.get(first)) {
      int other = otherEnd(link, first);
      known &= isBefore(copies.get(first), copies.get(other)) || isCredited(link, other);
    }
    return known ? ORIGINAL : UNCLEAR;
  }

  private double weight(CopyLink link, int child, int parent) {
    double share = Math.min(1, (double) link.words() / Math.max(1, copies.get(child).words()));
    Copy from = copies.get(parent);
    Copy to = copies.get(child);
    double days =
        from.publishedAt() == null || to.publishedAt() == null
            ? LAG_DAYS
            : Math.abs(Duration.between(from.publishedAt(), to.publishedAt()).toHours()) / 24.0;
    double credit = isCredited(link, child) ? CREDIT_WEIGHT : 1;
    return Math.pow(share, 4) * Math.exp(-days / LAG_DAYS) * credit + Double.MIN_NORMAL;
  }

  private static int otherEnd(CopyLink link, int end) {
    return link.one() == end ? link.other() : link.one();
  }

  private static boolean isCredited(CopyLink link, int child) {
    return link.one() == child ? link.oneCreditsOther() : link.otherCreditsOne();
  }

  /** Whether the dates alone put one before the other; two equal days say nothing. */
  private static boolean isBefore(Copy one, Copy other) {
    if (one.publishedAt() == null || other.publishedAt() == null) {
      return false;
    }
    if (one.hasHour() && other.hasHour()) {
      return one.publishedAt().isBefore(other.publishedAt());
    }
    return day(one).isBefore(day(other));
  }
}
