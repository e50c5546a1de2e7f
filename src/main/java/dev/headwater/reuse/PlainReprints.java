package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All reprint kernels in a plain loop over articles in memory: what the engine must give too, and a
 * way to use them without one.
 *
 * <p>Exact copies are collapsed before candidates are sought: one article of each text, the one
 * with the least id, stands for all, so a text printed a thousand times costs no more than once.
 */
public final class PlainReprints {
  private PlainReprints() {}

  /**
   * What was found among distinct texts.
   *
   * @param passages passages of all pairs, ordered by ids and left offset
   * @param copies for each article that stands for others, the ids of all articles of its text
   * @param cappedKeys keys of so many articles that not every two of them meet
   * @param candidates pairs that were aligned
   */
  public record Found(
      List<Passage> passages, Map<String, List<String>> copies, long cappedKeys, long candidates) {}

  /**
   * A stretch in a cluster.
   *
   * @param cluster number of the cluster, from 0 in order of its least stretch
   * @param articleId the article
   * @param begin first code point
   * @param end one past the last
   * @param size stretches in the cluster
   * @param density as in {@link Clusters.Cluster}
   */
  public record Member(
      int cluster, String articleId, int begin, int end, int size, double density) {}

  /** The passages among some articles, whatever their order. */
  public static Found passages(List<Article> articles, ReuseSettings settings) {
    Map<String, List<String>> idsOfText = new TreeMap<>();
    List<Article> distinct = new ArrayList<>();
    articles.stream()
        .sorted(Comparator.comparing(Article::articleId))
        .forEach(
            article -> {
              if (!idsOfText.containsKey(article.textHash())) {
                idsOfText.put(article.textHash(), new ArrayList<>());
                distinct.add(article);
              }
              idsOfText.get(article.textHash()).add(article.articleId());
            });
    distinct.sort(
        Comparator.comparingInt(PlainReprints::dayOrLast).thenComparing(Article::articleId));
    List<TextIndex> indexes = distinct.stream().map(a -> TextIndex.of(a, settings)).toList();
    int[] days = distinct.stream().mapToInt(PlainReprints::day).toArray();
    long[][] keys = new long[indexes.size()][];
    Arrays.setAll(
        keys, d -> Grams.keys(indexes.get(d).article(), indexes.get(d).words(), settings));
    int[] extents = new int[keys.length];
    Arrays.setAll(extents, d -> Candidates.extent(keys[d].length, indexes.get(d).isMisread()));
    Candidates near = Candidates.of(postings(keys, null), settings);
    Arrays.setAll(keys, d -> Arrays.stream(keys[d]).filter(Buckets::isFar).toArray());
    Candidates far = Candidates.of(postings(keys, days), settings);
    List<Passage> passages = new ArrayList<>();
    long aligned = 0;
    for (Candidates candidates : List.of(near, far)) {
      for (int p = 0; p < candidates.pairs().length; p++) {
        int one = PairCounts.smaller(candidates.pairs()[p]);
        int other = PairCounts.larger(candidates.pairs()[p]);
        if (Candidates.areNear(days[one], days[other], settings) == (candidates == near)
            && Candidates.isEnough(
                candidates.counts()[p],
                extents[one],
                extents[other],
                days[one],
                days[other],
                settings)) {
          aligned++;
          passages.addAll(Aligner.align(indexes.get(one), indexes.get(other), settings));
        }
      }
    }
    passages.sort(
        Comparator.comparing(Passage::leftId)
            .thenComparing(Passage::rightId)
            .thenComparingInt(Passage::leftBegin)
            .thenComparingInt(Passage::rightBegin));
    Map<String, List<String>> copies = new TreeMap<>();
    for (List<String> ids : idsOfText.values()) {
      if (ids.size() > 1) {
        copies.put(ids.get(0), List.copyOf(ids));
      }
    }
    return new Found(List.copyOf(passages), copies, near.cappedKeys(), aligned);
  }

  /** The clusters that passages make, each stretch a member; exact copies are not in them. */
  public static List<Member> clusters(
      List<Article> articles, List<Passage> passages, ReuseSettings settings) {
    Map<String, Integer> words = new TreeMap<>();
    Map<String, String> sources = new TreeMap<>();
    for (Article article : articles) {
      words.put(article.articleId(), Words.of(article.text()).size());
      sources.put(article.articleId(), article.source());
    }
    Map<String, List<int[]>> sides = new TreeMap<>();
    DoubleArrayList shares = new DoubleArrayList();
    int edges = 0;
    for (List<Passage> pair : pairs(passages)) {
      for (Link link : Link.of(pair, settings)) {
        String source = sources.get(pair.get(0).leftId());
        if (!Link.joins(source, sources.get(pair.get(0).rightId()), link.share())) {
          continue;
        }
        shares.add(link.share());
        side(sides, pair.get(0).leftId()).add(new int[] {link.leftBegin(), link.leftEnd(), edges});
        side(sides, pair.get(0).rightId())
            .add(new int[] {link.rightBegin(), link.rightEnd(), edges});
        edges++;
      }
    }
    int[] from = new int[edges];
    int[] to = new int[edges];
    Arrays.fill(from, -1);
    List<Member> nodes = new ArrayList<>();
    for (Map.Entry<String, List<int[]>> side : sides.entrySet()) {
      List<int[]> intervals = side.getValue();
      int[] begins = intervals.stream().mapToInt(i -> i[0]).toArray();
      int[] ends = intervals.stream().mapToInt(i -> i[1]).toArray();
      double[] ofLinks = intervals.stream().mapToDouble(i -> shares.getDouble(i[2])).toArray();
      Stretches stretches = Stretches.of(begins, ends, ofLinks, words.get(side.getKey()), settings);
      for (int k = 0; k < intervals.size(); k++) {
        int edge = intervals.get(k)[2];
        int node = nodes.size() + stretches.stretchOf()[k];
        if (from[edge] < 0) {
          from[edge] = node;
        } else {
          to[edge] = node;
        }
      }
      for (int s = 0; s < stretches.begins().length; s++) {
        nodes.add(new Member(-1, side.getKey(), stretches.begins()[s], stretches.ends()[s], 0, 0));
      }
    }
    return members(nodes, Clusters.of(nodes.size(), from, to, settings));
  }

  private static List<Member> members(List<Member> nodes, List<Clusters.Cluster> clusters) {
    List<Member> members = new ArrayList<>();
    int number = 0;
    for (Clusters.Cluster cluster : clusters) {
      if (cluster.oversized()) {
        continue;
      }
      for (int node : cluster.members()) {
        Member member = nodes.get(node);
        members.add(
            new Member(
                number,
                member.articleId(),
                member.begin(),
                member.end(),
                cluster.members().length,
                cluster.density()));
      }
      number++;
    }
    return List.copyOf(members);
  }

  private static List<int[]> side(Map<String, List<int[]>> sides, String articleId) {
    return sides.computeIfAbsent(articleId, id -> new ArrayList<>());
  }

  private static List<List<Passage>> pairs(List<Passage> passages) {
    Map<String, List<Passage>> pairs = new TreeMap<>();
    for (Passage passage : passages) {
      String pair = passage.leftId() + " " + passage.rightId();
      pairs.computeIfAbsent(pair, p -> new ArrayList<>()).add(passage);
    }
    return List.copyOf(pairs.values());
  }

  private static Postings postings(long[][] keys, int[] days) {
    int size = Arrays.stream(keys).mapToInt(own -> own.length).sum();
    long[] all = new long[size];
    int[] documents = new int[size];
    int filled = 0;
    for (int d = 0; d < keys.length; d++) {
      System.arraycopy(keys[d], 0, all, filled, keys[d].length);
      Arrays.fill(documents, filled, filled + keys[d].length, d);
      filled += keys[d].length;
    }
    boolean[] fresh = new boolean[keys.length];
    Arrays.fill(fresh, true);
    return new Postings(all, documents, size, fresh, days);
  }

  private static int dayOrLast(Article article) {
    int day = day(article);
    return day == Postings.NO_DAY ? Integer.MAX_VALUE : day;
  }

  private static int day(Article article) {
    return article.publishedAt() == null
        ? Postings.NO_DAY
        : (int) Math.floorDiv(article.publishedAt().getEpochSecond(), 86_400L);
  }
}
