package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Copies between outlets and the network they make, counted again without the kernels. */
class CopyRecountTest {
  private static final String WIRELESS = "_without_wire";

  private final SampleTables tables = SampleTables.whole();
  private final Map<String, Article> articles =
      tables.articles().stream().collect(Collectors.toMap(Article::articleId, a -> a));

  private static List<Row> rows(String view) {
    return SampleRun.whole().spark().table(view).collectAsList();
  }

  @Test
  void countsCopiesBetweenOutlets() {
    Map<String, List<ClusterMember>> groups = new TreeMap<>();
    for (ClusterMember member : tables.clusters()) {
      Article copy = articles.get(member.articleId());
      if (member.parent() != null
          && copy.version() == 1
          && copy.publishedAt() != null
          && isFromAnother(member)) {
        LocalDate day = LocalDate.ofInstant(copy.publishedAt(), ZoneOffset.UTC);
        String from = articles.get(member.parent()).source();
        String key = from + " " + copy.source() + " " + day.withDayOfMonth(1);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(member);
      }
    }
    List<Row> rows = rows("copy_edges");
    assertThat(rows).hasSameSizeAs(groups.keySet());
    RecountedRows recounted = new RecountedRows("copy_edges", "from_source", "to_source", "month");
    for (Row row : rows) {
      String key =
          row.getAs("from_source") + " " + row.getAs("to_source") + " " + row.getAs("month");
      List<ClusterMember> own = groups.get(key);
      assertThat(own).as(key).isNotNull();
      recounted.compare(edge(own, ""), row);
      recounted.compare(edge(own.stream().filter(m -> m.agency() == null).toList(), WIRELESS), row);
    }
    recounted.coverEveryColumn(rows.get(0));
  }

  private Map<String, Object> edge(Collection<ClusterMember> own, String suffix) {
    List<Long> lags =
        own.stream().map(ClusterMember::lagMinutes).filter(Objects::nonNull).sorted().toList();
    int n = lags.size();
    Map<String, Object> figures = new HashMap<>();
    double credited = own.stream().filter(this::isCredited).count();
    figures.put("credited_share" + suffix, own.isEmpty() ? null : (Object) (credited / own.size()));
    figures.put(
        "direction_confidence" + suffix,
        own.stream()
            .map(ClusterMember::parentConfidence)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .boxed()
            .reduce(Double::sum)
            .map(sum -> sum / own.size())
            .orElse(null));
    figures.put("passages" + suffix, (double) own.size());
    figures.put(
        "articles" + suffix,
        (double) own.stream().map(ClusterMember::articleId).distinct().count());
    figures.put(
        "median_lag" + suffix,
        n == 0 ? null : (Object) ((lags.get((n - 1) / 2) + lags.get(n / 2)) / 2.0));
    return figures;
  }

  private boolean isCredited(ClusterMember member) {
    boolean own = "own".equals(member.agencyBasis()) || member.parentBasis().contains("credit");
    return own || tables.passages().stream().anyMatch(passage -> credits(passage, member));
  }

  private static boolean credits(Passage passage, ClusterMember member) {
    boolean left = passage.leftId().equals(member.articleId());
    String here = left ? passage.leftId() : passage.rightId();
    String there = left ? passage.rightId() : passage.leftId();
    return here.equals(member.articleId())
        && there.equals(member.parent())
        && Set.of("both", left ? "left" : "right").contains(String.valueOf(passage.credits()));
  }

  private boolean isFromAnother(ClusterMember member) {
    String from = articles.get(member.parent()).source();
    return !from.equals(articles.get(member.articleId()).source());
  }

  @Test
  void copiesInAreTheCopiesOfTheEdges() {
    Map<String, Long> in = new TreeMap<>();
    for (Row row : rows("source_months")) {
      long copied = ((Number) row.getAs("copied_in")).longValue();
      in.merge(row.getAs("source") + " " + row.getAs("month"), copied, Long::sum);
    }
    in.values().removeIf(copied -> copied == 0);
    Map<String, Long> edges = new TreeMap<>();
    for (Row row : rows("copy_edges")) {
      long passages = ((Number) row.getAs("passages")).longValue();
      edges.merge(row.getAs("to_source") + " " + row.getAs("month"), passages, Long::sum);
    }
    assertThat(in).isEqualTo(edges).isNotEmpty();
  }

  @Test
  void countsTheNetwork() {
    List<Row> edges = rows("copy_edges");
    List<Row> rows = rows("outlet_ranks");
    Network all = network(edges, "articles");
    Network unwired = network(edges, "articles" + WIRELESS);
    assertThat(rows).extracting(row -> row.<String>getAs("source")).doesNotHaveDuplicates();
    assertThat(rows).hasSameSizeAs(all.names());
    RecountedRows recounted = new RecountedRows("outlet_ranks", "source");
    for (Row row : rows) {
      String source = row.getAs("source");
      recounted.compare(all.figures(source, ""), row);
      recounted.compare(unwired.figures(source, WIRELESS), row);
    }
    recounted.coverEveryColumn(rows.get(0));
  }

  private static Network network(List<Row> edges, String weight) {
    TreeSet<String> names = new TreeSet<>();
    for (Row row : edges) {
      if (((Number) row.getAs(weight)).doubleValue() > 0) {
        names.add(row.getAs("from_source"));
        names.add(row.getAs("to_source"));
      }
    }
    List<String> order = List.copyOf(names);
    double[][] votes = new double[order.size()][order.size()];
    for (Row row : edges) {
      double articles = ((Number) row.getAs(weight)).doubleValue();
      if (articles > 0) {
        int to = order.indexOf(row.<String>getAs("to_source"));
        votes[to][order.indexOf(row.<String>getAs("from_source"))] += articles;
      }
    }
    return Network.of(order, votes);
  }

  /** A network as a whole matrix, where the kernel goes by edges. */
  private record Network(
      List<String> names, double[][] votes, double[] rank, Map<String, String> communityOf) {

    static Network of(List<String> names, double[][] votes) {
      double[] rank = rank(votes);
      return new Network(names, votes, rank, communities(names, votes, rank));
    }

    private static double[] rank(double[][] votes) {
      int n = votes.length;
      double[] rank = new double[n];
      Arrays.fill(rank, 1.0 / n);
      for (int round = 0; round < 500; round++) {
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
          double sum = Arrays.stream(votes[i]).sum();
          for (int k = 0; k < n; k++) {
            double share = sum == 0 ? 1.0 / n : votes[i][k] / sum;
            next[k] += rank[i] * (0.15 / n + 0.85 * share);
          }
        }
        rank = next;
      }
      return rank;
    }

    private static Map<String, String> communities(
        List<String> names, double[][] votes, double[] rank) {
      int n = votes.length;
      int[] label = new int[n];
      Arrays.setAll(label, i -> i);
      for (int round = 0; round < 100; round++) {
        for (int i = 0; i < n; i++) {
          double[] weight = new double[n];
          for (int k = 0; k < n; k++) {
            weight[label[k]] += votes[i][k] + votes[k][i];
          }
          for (int candidate = 0; candidate < n; candidate++) {
            label[i] = weight[candidate] > weight[label[i]] ? candidate : label[i];
          }
        }
      }
      Map<String, String> communityOf = new HashMap<>();
      for (int i = 0; i < n; i++) {
        int centre = i;
        for (int k = n - 1; k >= 0; k--) {
          centre = label[k] == label[i] && rank[k] >= rank[centre] ? k : centre;
        }
        communityOf.put(names.get(i), names.get(centre));
      }
      return communityOf;
    }

    Map<String, Object> figures(String source, String suffix) {
      int at = names.indexOf(source);
      double by = 0;
      double from = 0;
      for (int k = 0; at >= 0 && k < names.size(); k++) {
        by += votes[k][at] > 0 ? 1 : 0;
        from += votes[at][k] > 0 ? 1 : 0;
      }
      Map<String, Object> figures = new HashMap<>();
      figures.put("copied_by" + suffix, by);
      figures.put("copied_from" + suffix, from);
      figures.put("rank" + suffix, at < 0 ? null : (Object) rank[at]);
      String community = communityOf.get(source);
      figures.put("community" + suffix, community);
      double size = communityOf.values().stream().filter(c -> c.equals(community)).count();
      figures.put("community_size" + suffix, community == null ? null : (Object) size);
      return figures;
    }
  }
}
