package dev.headwater.job;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.Ids;
import dev.headwater.reuse.Clusters;
import dev.headwater.reuse.Copy;
import dev.headwater.reuse.CopyLink;
import dev.headwater.reuse.Direction;
import dev.headwater.reuse.Parentage;
import dev.headwater.reuse.Printings;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.Groups;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.TaskCounter;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the clusters of one connected component: takes it apart where it is thin, finds parents and
 * representative, and gives each cluster its id. Rows of turn 0 are stretches, of turn 1 edges.
 */
record ClusterWork(
    String runId, ReuseSettings settings, TaskCounter oversized, TaskCounter furniture)
    implements Groups.Work {
  /** Stretches of one outlet alone from which on a cluster is taken for its furniture. */
  private static final int FURNITURE = 8;

  /** Share of their articles below which such stretches are no story of their own. */
  private static final double PART = 0.5;

  static final String[] EDGE_COLUMNS = {"from", "to", "words", "credits"};
  static final DataType[] EDGE_TYPES = {
    DataTypes.LongType, DataTypes.LongType, DataTypes.IntegerType, DataTypes.StringType
  };

  private static final String[] NODE_COLUMNS = {
    "node",
    "article_id",
    "stretch_begin",
    "stretch_end",
    "share",
    "source",
    "published_at",
    "published_at_precision",
    "ingested_at",
    "agency",
    "story_words",
    "text_hash",
    "was_in",
    "id_is_taken"
  };

  /**
   * Words of an article that are its story's, those that a stretch's share is a share of: furniture
   * is taken to have as many words a letter. Of its spans, which do not overlap, only the ends are
   * read.
   */
  static Column storyWords() {
    Column furniture =
        total(col("boilerplate").getField("end"))
            .minus(total(col("boilerplate").getField("begin")));
    Column share = coalesce(furniture, lit(0L)).divide(greatest(lit(1), col("chars")));
    return round(col("words").multiply(lit(1.0).minus(least(lit(1.0), share))))
        .cast("int")
        .alias("story_words");
  }

  private static Column total(Column numbers) {
    return aggregate(numbers, lit(0L), (sum, number) -> sum.plus(number));
  }

  /** Columns of a stretch's row. */
  static Column[] nodeRow(Column[] noEdge) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("component"));
    columns.add(lit(0).alias("turn"));
    Arrays.stream(NODE_COLUMNS).forEach(name -> columns.add(col(name)));
    columns.addAll(Arrays.asList(noEdge));
    return columns.toArray(Column[]::new);
  }

  /** Columns of an edge's row: those of a stretch are null. */
  static Column[] edgeRow(StructType stretch) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("component"));
    columns.add(lit(1).alias("turn"));
    for (String name : NODE_COLUMNS) {
      StructField field = stretch.apply(name);
      columns.add(lit(null).cast(field.dataType()).alias(name));
    }
    Arrays.stream(EDGE_COLUMNS).forEach(name -> columns.add(col(name)));
    return columns.toArray(Column[]::new);
  }

  /** A stretch with the age of its article in the warehouse. */
  private record Node(
      Copy copy,
      int end,
      Instant ingestedAt,
      String textHash,
      List<String> wasIn,
      boolean idIsTaken) {
    static Node of(Row row) {
      double share = row.getAs("share");
      int words = (int) Math.round(share * row.<Integer>getAs("story_words"));
      Copy copy =
          new Copy(
              row.getAs("article_id"),
              row.<Integer>getAs("stretch_begin"),
              row.getAs("source"),
              row.getAs("published_at"),
              row.getAs("published_at_precision"),
              row.getAs("agency"),
              words,
              share);
      return new Node(
          copy,
          row.<Integer>getAs("stretch_end"),
          row.getAs("ingested_at"),
          row.getAs("text_hash"),
          row.isNullAt(row.fieldIndex("was_in"))
              ? List.of()
              : row.getList(row.fieldIndex("was_in")),
          !row.isNullAt(row.fieldIndex("id_is_taken")));
    }
  }

  @Override
  public Iterator<Row> group(List<Row> rows) {
    Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    numbers.defaultReturnValue(-1);
    List<Node> nodes = new ArrayList<>();
    List<CopyLink> links = new ArrayList<>();
    for (Row row : rows) {
      if (row.<Integer>getAs("turn") == 0) {
        numbers.put(row.<Long>getAs("node").longValue(), nodes.size());
        nodes.add(Node.of(row));
      } else {
        String credits = row.getAs("credits");
        links.add(
            new CopyLink(
                numbers.get(row.<Long>getAs("from").longValue()),
                numbers.get(row.<Long>getAs("to").longValue()),
                row.<Integer>getAs("words"),
                "left".equals(credits) || "both".equals(credits),
                "right".equals(credits) || "both".equals(credits)));
      }
    }
    Printings printings =
        Printings.of(
            nodes.stream().map(Node::copy).toList(), nodes.stream().map(Node::textHash).toList());
    List<Clusters.Cluster> clusters = new ArrayList<>();
    for (Clusters.Cluster cluster : printings.clusters(links, settings)) {
      if (cluster.oversized()) {
        oversized.add(1L);
      } else if (isOfOneOutlet(cluster, nodes)) {
        furniture.add(1L);
      } else if (cluster.members().length > 1) {
        clusters.add(cluster);
      }
    }
    return members(clusters, nodes, printings, links).iterator();
  }

  /** A small part of its articles that one outlet alone repeats so often is its furniture. */
  private static boolean isOfOneOutlet(Clusters.Cluster cluster, List<Node> nodes) {
    String source = nodes.get(cluster.members()[0]).copy().source();
    double share =
        Arrays.stream(cluster.members())
            .mapToDouble(member -> nodes.get(member).copy().share())
            .average()
            .orElse(0);
    return share < PART
        && cluster.members().length >= FURNITURE
        && Arrays.stream(cluster.members())
            .allMatch(member -> nodes.get(member).copy().source().equals(source));
  }

  private List<Row> members(
      List<Clusters.Cluster> found, List<Node> nodes, Printings printings, List<CopyLink> aligned) {
    Map<Integer, Integer> holders = new HashMap<>();
    List<Clusters.Cluster> clusters = new ArrayList<>();
    Map<Integer, Integer> clusterOf = new HashMap<>();
    for (Clusters.Cluster cluster : found) {
      int[] outer = outermost(cluster.members(), nodes, holders);
      if (outer.length > 1) {
        for (int member : cluster.members()) {
          clusterOf.put(member, clusters.size());
        }
        clusters.add(
            new Clusters.Cluster(outer, cluster.edges(), cluster.density(), cluster.oversized()));
      }
    }
    List<CopyLink> within =
        aligned.stream()
            .filter(link -> clusterOf.containsKey(link.one()))
            .filter(link -> clusterOf.get(link.one()).equals(clusterOf.get(link.other())))
            .toList();
    Map<Integer, List<CopyLink>> linksOf = new HashMap<>();
    for (CopyLink link : printings.links(within)) {
      int one = holders.getOrDefault(link.one(), link.one());
      int other = holders.getOrDefault(link.other(), link.other());
      Integer cluster = clusterOf.get(one);
      if (cluster != null && one != other && cluster.equals(clusterOf.get(other))) {
        CopyLink held =
            new CopyLink(one, other, link.words(), link.oneCreditsOther(), link.otherCreditsOne());
        linksOf.computeIfAbsent(cluster, c -> new ArrayList<>()).add(held);
      }
    }
    String[] ids = ids(clusters, clusterOf, nodes, runId);
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      addRows(ids[c], clusters.get(c), nodes, linksOf.getOrDefault(c, List.of()), rows);
    }
    return rows;
  }

  /**
   * The members that lie in no other member of the cluster: a part of a story belongs to the story
   * where both came into one cluster.
   *
   * @param holders filled with the member around each one that is left out
   */
  private static int[] outermost(int[] members, List<Node> nodes, Map<Integer, Integer> holders) {
    Comparator<Integer> byPlace =
        Comparator.<Integer, String>comparing(n -> nodes.get(n).copy().articleId())
            .thenComparing(n -> nodes.get(n).copy().begin())
            .thenComparing(n -> -nodes.get(n).end());
    int[] ordered = Arrays.stream(members).boxed().sorted(byPlace).mapToInt(n -> n).toArray();
    int holder = -1;
    for (int member : ordered) {
      boolean held =
          holder >= 0
              && nodes.get(member).end() <= nodes.get(holder).end()
              && nodes.get(member).copy().articleId().equals(nodes.get(holder).copy().articleId());
      if (held) {
        holders.put(member, holder);
      } else {
        holder = member;
      }
    }
    return Arrays.stream(members).filter(member -> !holders.containsKey(member)).toArray();
  }

  /** The id of a cluster that is new, made from its oldest member. */
  static String newId(String articleId, int begin, int end) {
    return Ids.of("cluster", articleId + " " + begin + " " + end);
  }

  /**
   * An old id stays with the part that holds its oldest member; the oldest id wins a merge. Where
   * an id made from a new cluster's oldest member stands in the table already, as another part of
   * what was one cluster carries it on, the run is part of the new one.
   */
  private static String[] ids(
      List<Clusters.Cluster> clusters,
      Map<Integer, Integer> clusterOf,
      List<Node> nodes,
      String runId) {
    Comparator<Integer> age =
        Comparator.<Integer, Instant>comparing(n -> nodes.get(n).ingestedAt())
            .thenComparing(
                n -> nodes.get(n).copy().publishedAt(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(n -> nodes.get(n).copy().articleId())
            .thenComparing(n -> nodes.get(n).copy().begin());
    Map<Integer, Integer> heirs = new HashMap<>();
    for (int n = 0; n < nodes.size(); n++) {
      Integer cluster = clusterOf.get(n);
      if (cluster != null && !nodes.get(n).wasIn().isEmpty()) {
        heirs.merge(cluster, n, (one, other) -> age.compare(one, other) <= 0 ? one : other);
      }
    }
    String[] ids = new String[clusters.size()];
    for (int c = 0; c < ids.length; c++) {
      if (heirs.containsKey(c)) {
        ids[c] = nodes.get(heirs.get(c)).wasIn().get(0);
        continue;
      }
      Node first =
          nodes.get(Arrays.stream(clusters.get(c).members()).boxed().min(age).orElseThrow());
      String id = newId(first.copy().articleId(), first.copy().begin(), first.end());
      ids[c] = first.idIsTaken() ? Ids.of("cluster", id, runId) : id;
    }
    return ids;
  }

  private static void addRows(
      String id, Clusters.Cluster cluster, List<Node> nodes, List<CopyLink> links, List<Row> rows) {
    int[] members = cluster.members();
    Map<Integer, Integer> place = new HashMap<>();
    List<Copy> copies = new ArrayList<>();
    for (int m = 0; m < members.length; m++) {
      place.put(members[m], m);
      copies.add(nodes.get(members[m]).copy());
    }
    List<CopyLink> own =
        links.stream()
            .map(
                link ->
                    new CopyLink(
                        place.get(link.one()),
                        place.get(link.other()),
                        link.words(),
                        link.oneCreditsOther(),
                        link.otherCreditsOne()))
            .toList();
    List<Parentage> parents = Direction.of(copies, own);
    String agency = agency(copies);
    RowCodec<ClusterMember> codec = RowCodec.of(ClusterMember.class);
    for (int m = 0; m < members.length; m++) {
      Parentage parentage = parents.get(m);
      Copy copy = copies.get(m);
      rows.add(
          codec.row(
              new ClusterMember(
                  id,
                  copy.articleId(),
                  copy.begin(),
                  nodes.get(members[m]).end(),
                  copy.share(),
                  parentage.role(),
                  parentage.representative(),
                  parentage.parent() < 0 ? null : copies.get(parentage.parent()).articleId(),
                  parentage.confidence(),
                  parentage.basis(),
                  parentage.lagMinutes(),
                  copy.agency() != null ? copy.agency() : agency,
                  copy.agency() != null ? "own" : agency == null ? null : "cluster",
                  members.length,
                  cluster.density())));
    }
  }

  /** The agency that most members credit; the first by name among equals. */
  private static String agency(List<Copy> copies) {
    Map<String, Integer> credits = new TreeMap<>();
    for (Copy copy : copies) {
      if (copy.agency() != null) {
        credits.merge(copy.agency(), 1, Integer::sum);
      }
    }
    return credits.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
