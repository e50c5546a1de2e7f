package dev.headwater.source;

import dev.headwater.model.OutletRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Centrality and communities of the network of copies.
 *
 * <p>Centrality is PageRank (Page, Brin, Motwani and Winograd, 1999) with damping .85: every copied
 * article is a vote of the copier for the outlet it came from. Communities are those of label
 * propagation (Raghavan, Albert and Kumara, Physical Review E 76, 2007), in the order of names and
 * with ties to the label held, else the first by name, so that the same network gives the same
 * communities. Each of at most {@value #MOST_ROUNDS} rounds is linear in the edges.
 */
public final class CopyNetwork {
  private static final int MOST_ROUNDS = 100;
  private static final double DAMPING = 0.85;
  private static final double SETTLED = 1e-12;

  private CopyNetwork() {}

  /**
   * Copies from one outlet by another over all months.
   *
   * @param from the outlet copied from
   * @param to the outlet that copied
   * @param articles articles copied
   * @param articlesWithoutWire those that are not wire copy
   */
  public record Edge(String from, String to, long articles, long articlesWithoutWire) {}

  /** The ranks of all outlets that copied or were copied, by name. */
  public static List<OutletRank> of(Collection<Edge> edges) {
    Map<String, Integer> places = places(edges);
    List<String> names = List.copyOf(places.keySet());
    Network all = Network.of(edges, places, Edge::articles);
    Network unwired = Network.of(edges, places, Edge::articlesWithoutWire);
    List<OutletRank> ranks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean apart = unwired.copiedBy[i] + unwired.copiedFrom[i] == 0;
      ranks.add(
          new OutletRank(
              names.get(i),
              all.copiedBy[i],
              all.copiedFrom[i],
              all.rank[i],
              names.get(all.community[i]),
              all.size[all.community[i]],
              unwired.copiedBy[i],
              unwired.copiedFrom[i],
              apart ? null : (Double) unwired.rank[i],
              apart ? null : names.get(unwired.community[i]),
              apart ? null : (Integer) unwired.size[unwired.community[i]]));
    }
    return ranks;
  }

  private static Map<String, Integer> places(Collection<Edge> edges) {
    Map<String, Integer> places = new TreeMap<>();
    for (Edge edge : edges) {
      if (edge.articles() > 0 && !edge.from().equals(edge.to())) {
        places.put(edge.from(), 0);
        places.put(edge.to(), 0);
      }
    }
    int next = 0;
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      place.setValue(next++);
    }
    return places;
  }

  private interface Weight {
    long of(Edge edge);
  }

  /** Outlets by place; those without an edge of this weight take no part. */
  private static final class Network {
    private final int[] copiedBy;
    private final int[] copiedFrom;
    private final double[] rank;
    private final int[] community;
    private final int[] size;

    private Network(int outlets) {
      copiedBy = new int[outlets];
      copiedFrom = new int[outlets];
      rank = new double[outlets];
      community = new int[outlets];
      size = new int[outlets];
    }

    static Network of(Collection<Edge> edges, Map<String, Integer> places, Weight weight) {
      List<Map<Integer, Double>> votes = new ArrayList<>();
      List<Map<Integer, Double>> ties = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        votes.add(new TreeMap<>());
        ties.add(new TreeMap<>());
      }
      for (Edge edge : edges) {
        if (weight.of(edge) > 0 && !edge.from().equals(edge.to())) {
          int from = places.get(edge.from());
          int to = places.get(edge.to());
          double articles = weight.of(edge);
          votes.get(to).merge(from, articles, Double::sum);
          ties.get(to).merge(from, articles, Double::sum);
          ties.get(from).merge(to, articles, Double::sum);
        }
      }
      Network network = new Network(places.size());
      network.degrees(votes);
      network.rank(votes, ties);
      network.communities(ties);
      return network;
    }

    private void degrees(List<Map<Integer, Double>> votes) {
      for (int i = 0; i < votes.size(); i++) {
        copiedFrom[i] = votes.get(i).size();
        votes.get(i).keySet().forEach(from -> copiedBy[from]++);
      }
    }

    private void rank(List<Map<Integer, Double>> votes, List<Map<Integer, Double>> ties) {
      int outlets = (int) ties.stream().filter(own -> !own.isEmpty()).count();
      for (int i = 0; i < rank.length; i++) {
        rank[i] = ties.get(i).isEmpty() ? 0 : 1.0 / outlets;
      }
      double change = 1;
      for (int round = 0; round < MOST_ROUNDS && change > SETTLED; round++) {
        change = vote(votes, ties, outlets);
      }
    }

    /** One round; gives how much the ranks changed. */
    private double vote(
        List<Map<Integer, Double>> votes, List<Map<Integer, Double>> ties, int outlets) {
      double[] next = new double[rank.length];
      double idle = 0;
      for (int i = 0; i < rank.length; i++) {
        double sum = 0;
        for (double articles : votes.get(i).values()) {
          sum += articles;
        }
        for (Map.Entry<Integer, Double> vote : votes.get(i).entrySet()) {
          next[vote.getKey()] += DAMPING * rank[i] * vote.getValue() / sum;
        }
        // Who copies nobody votes for all alike.
        idle += votes.get(i).isEmpty() ? rank[i] : 0;
      }
      double change = 0;
      for (int i = 0; i < rank.length; i++) {
        if (!ties.get(i).isEmpty()) {
          next[i] += (1 - DAMPING + DAMPING * idle) / outlets;
        }
        change += Math.abs(next[i] - rank[i]);
        rank[i] = next[i];
      }
      return change;
    }

    private void communities(List<Map<Integer, Double>> ties) {
      int[] label = new int[rank.length];
      for (int i = 0; i < label.length; i++) {
        label[i] = i;
      }
      boolean moved = true;
      for (int round = 0; round < MOST_ROUNDS && moved; round++) {
        moved = false;
        for (int i = 0; i < label.length; i++) {
          int best = strongest(ties.get(i), label, i);
          moved |= best != label[i];
          label[i] = best;
        }
      }
      int[] centre = new int[label.length];
      Arrays.fill(centre, -1);
      for (int i = 0; i < label.length; i++) {
        int known = centre[label[i]];
        centre[label[i]] = known < 0 || rank[i] > rank[known] ? i : known;
      }
      for (int i = 0; i < label.length; i++) {
        community[i] = centre[label[i]];
        size[community[i]]++;
      }
    }

    private static int strongest(Map<Integer, Double> ties, int[] label, int own) {
      Map<Integer, Double> weights = new HashMap<>();
      ties.forEach((other, articles) -> weights.merge(label[other], articles, Double::sum));
      int best = label[own];
      double most = weights.getOrDefault(best, 0.0);
      for (Map.Entry<Integer, Double> candidate : new TreeMap<>(weights).entrySet()) {
        if (candidate.getValue() > most) {
          best = candidate.getKey();
          most = candidate.getValue();
        }
      }
      return best;
    }
  }
}
