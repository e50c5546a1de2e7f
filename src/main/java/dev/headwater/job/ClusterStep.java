package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.reuse.Link;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.Components;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TaskCounter;
import dev.headwater.table.Tables;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Passages become clusters of stretches.
 *
 * <p>Only clusters that tonight's passages touch are made again, those of an article with a new
 * link: all links of all their articles are read, old and new, and their rows replaced; an old id
 * stays with the part that holds the oldest member. A batch over all nights gives the same, but
 * where a component was taken apart as too thin, or left out as too large or as one outlet's
 * furniture: a night sees the parts that it touches, not the links to the others.
 */
final class ClusterStep {
  private static final StructType LINKS =
      new StructType()
          .add("left_id", DataTypes.StringType, false)
          .add("right_id", DataTypes.StringType, false)
          .add("left_begin", DataTypes.IntegerType, false)
          .add("left_end", DataTypes.IntegerType, false)
          .add("right_begin", DataTypes.IntegerType, false)
          .add("right_end", DataTypes.IntegerType, false)
          .add("words", DataTypes.IntegerType, false)
          .add("left_share", DataTypes.DoubleType, false)
          .add("right_share", DataTypes.DoubleType, false)
          .add("credits", DataTypes.StringType, true);

  /** Code points that a stretch has in common with one in a cluster of before. */
  private static final Column OVERLAP =
      least(col("end"), col("stretch_end")).minus(greatest(col("begin"), col("stretch_begin")));

  /** What they have in common over what the two cover together: 1 where they are equal. */
  private static final Column LIKENESS =
      OVERLAP
          .cast("double")
          .divide(
              greatest(col("end"), col("stretch_end"))
                  .minus(least(col("begin"), col("stretch_begin"))));

  private final ReuseSettings settings;

  ClusterStep(ReuseSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the clusters that the run's new passages touch.
   *
   * @param gone further articles whose clusters are to be made again, as they have left
   */
  void run(Run run, Dataset<Row> gone) {
    Dataset<Row> fresh = linksOf(run, run.added(Tables.PASSAGES)).transform(KeptRows::keep);
    Dataset<Row> touched = ends(fresh).union(gone).distinct().transform(KeptRows::keep);
    Dataset<Row> known = run.read(Tables.CLUSTERS);
    Dataset<Row> ids = known.join(touched, "article_id").select("cluster_id").distinct();
    Dataset<Row> members =
        known.join(ids, new String[] {"cluster_id"}, "left_semi").transform(KeptRows::keep);
    boolean first = run.wasEmpty(Tables.PASSAGES);
    Dataset<Row> articles =
        members.select("article_id").union(touched).distinct().transform(KeptRows::keep);
    Dataset<Row> passages =
        numbered(first ? fresh : linksOf(run, passagesOf(run, articles))).transform(KeptRows::keep);
    Dataset<Row> told = told(run, articles).transform(KeptRows::keep);
    Dataset<Row> sides = stretches(passages, told).transform(KeptRows::keep);
    if (!first) {
      Dataset<Row> held = stretchesOf(known, articles, members);
      sides = madeAgain(sides, held, numbered(fresh)).transform(KeptRows::keep);
    }
    TaskCounter oversized = TaskCounter.of(run.spark().sparkContext(), "oversized clusters");
    TaskCounter furniture = TaskCounter.of(run.spark().sparkContext(), "furniture clusters");
    Dataset<Row> edges = edges(passages, sides).transform(KeptRows::keep);
    Dataset<Row> components = Components.of(edges.select("from", "to")).transform(KeptRows::keep);
    List<Row> tooLarge = Components.larger(components, settings.maxComponent());
    Dataset<Row> rows =
        rows(
                edges,
                without(components, tooLarge),
                nodes(told, sides, members, known),
                new ClusterWork(run.id(), settings, oversized, furniture))
            .transform(KeptRows::keep);
    long stretches = run.replace(Tables.CLUSTERS, members.select("cluster_id").distinct(), rows);
    ClusterLog.write(run, members, rows);
    long clusters = rows.select("cluster_id").distinct().count();
    run.count(ReprintsStage.NAME, "clusters", clusters);
    run.count(ReprintsStage.NAME, "stretches", stretches);
    run.count(ReprintsStage.NAME, "clusters_too_large", oversized.value() + tooLarge.size());
    run.count(ReprintsStage.NAME, "clusters_of_one_outlet", furniture.value());
    Progress.say(ReprintsStage.NAME, "%,d clusters of %,d stretches", clusters, stretches);
  }

  /** The links of each pair that join stories: its passages, joined where they are one story. */
  private Dataset<Row> linksOf(Run run, Dataset<Row> passages) {
    Dataset<Row> links =
        linksOf(passages.where(col("reuse_kind").isin(Link.KINDS.toArray())))
            .transform(KeptRows::keep);
    Dataset<Row> outlets =
        run.read(Tables.ARTICLES)
            .join(ends(links), new String[] {"article_id"}, "left_semi")
            .select("article_id", "source")
            .transform(KeptRows::keep);
    return links
        .join(outlets.toDF("left_id", "left_source"), "left_id")
        .join(outlets.toDF("right_id", "right_source"), "right_id")
        .filter((FilterFunction<Row>) ClusterStep::joins)
        .select(columns(LINKS));
  }

  /** The articles of links, each once. */
  private static Dataset<Row> ends(Dataset<Row> links) {
    return links
        .select(col("left_id").alias("article_id"))
        .union(links.select("right_id"))
        .distinct();
  }

  private static boolean joins(Row link) {
    double share = Math.max(link.<Double>getAs("left_share"), link.<Double>getAs("right_share"));
    return Link.joins(link.getAs("left_source"), link.getAs("right_source"), share);
  }

  private static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
  }

  private Dataset<Row> linksOf(Dataset<Row> passages) {
    RowCodec<Passage> codec = RowCodec.of(Passage.class);
    ReuseSettings bounds = settings;
    return Groups.by(
        codec.select(passages).withColumn("pair", concat(col("left_id"), col("right_id"))),
        "pair",
        List.of("left_begin", "right_begin"),
        LINKS,
        rows -> {
          List<Passage> pair = rows.stream().map(RowCodec.of(Passage.class)::record).toList();
          return Link.of(pair, bounds).stream().map(link -> row(pair.get(0), link)).iterator();
        });
  }

  private static Row row(Passage pair, Link link) {
    return RowFactory.create(
        pair.leftId(),
        pair.rightId(),
        link.leftBegin(),
        link.leftEnd(),
        link.rightBegin(),
        link.rightEnd(),
        link.words(),
        link.leftShare(),
        link.rightShare(),
        pair.credits());
  }

  private static Dataset<Row> numbered(Dataset<Row> links) {
    return links.withColumn(
        "passage",
        xxhash64(col("left_id"), col("right_id"), col("left_begin"), col("right_begin")));
  }

  /**
   * All passages of some articles: which stretches an article has depends on all of its links.
   *
   * @param articles their ids, each once
   */
  static Dataset<Row> passagesOf(Run run, Dataset<Row> articles) {
    // Both sides at once: of a long history this is the one scan of all passages.
    return run.read(Tables.PASSAGES)
        .join(
            articles.toDF("left_id").withColumn("left_of", lit(true)),
            new String[] {"left_id"},
            "left")
        .join(
            articles.toDF("right_id").withColumn("right_of", lit(true)),
            new String[] {"right_id"},
            "left")
        .where(col("left_of").or(col("right_of")))
        .drop("left_of", "right_of");
  }

  /** The stretches that articles have in clusters, and whether these are made again. */
  private static Dataset<Row> stretchesOf(
      Dataset<Row> known, Dataset<Row> articles, Dataset<Row> members) {
    Column[] place = {col("article_id").alias("of_article"), col("begin"), col("end")};
    return known
        .join(articles, new String[] {"article_id"}, "left_semi")
        .join(members.select("cluster_id").distinct(), new String[] {"cluster_id"}, "left_anti")
        .select(place)
        .withColumn("again", lit(false))
        .union(members.select(place).withColumn("again", lit(true)));
  }

  /**
   * The sides of stretches that have new links or lay in a cluster that is made again. Not those of
   * other clusters, which keep their rows; nor those that lie in none, of which some neighbours are
   * not seen here: what was taken apart or left out as too large or one outlet's furniture would
   * come back in pieces.
   */
  private static Dataset<Row> madeAgain(Dataset<Row> sides, Dataset<Row> held, Dataset<Row> fresh) {
    Dataset<Row> withNews =
        sides.join(fresh.select("passage"), new String[] {"passage"}, "left_semi").select("node");
    Column length = col("stretch_end").minus(col("stretch_begin"));
    Dataset<Row> before =
        sides
            .select("node", "article_id", "stretch_begin", "stretch_end")
            .distinct()
            .join(
                held,
                col("article_id").equalTo(col("of_article")).and(OVERLAP.multiply(2).geq(length)))
            .groupBy("node")
            .agg(max_by(col("again"), struct(LIKENESS, col("again"))).alias("again"))
            .where(col("again"))
            .select("node");
    return sides.join(withNews.union(before).distinct(), new String[] {"node"}, "left_semi");
  }

  /**
   * For each side that some articles have of a passage its stretch: columns as in {@link
   * StretchWork#SIDES}.
   */
  private Dataset<Row> stretches(Dataset<Row> passages, Dataset<Row> told) {
    Dataset<Row> intervals =
        side(passages, "left", 0)
            .union(side(passages, "right", 1))
            .join(told.select("article_id", "article_words"), "article_id")
            .select(StretchWork.INTERVAL);
    return Groups.by(
        intervals,
        "article_id",
        List.of("begin", "end", "passage", "side"),
        StretchWork.SIDES,
        new StretchWork(settings));
  }

  private static Dataset<Row> side(Dataset<Row> passages, String name, int side) {
    return passages.select(
        col(name + "_id").alias("article_id"),
        col(name + "_begin").alias("begin"),
        col(name + "_end").alias("end"),
        col(name + "_share").alias("share"),
        greatest(col("left_share"), col("right_share")).alias("link_share"),
        col("passage"),
        lit(side).alias("side"));
  }

  /** The stretches that passages join: columns passage, from, to, words and credits. */
  private static Dataset<Row> edges(Dataset<Row> passages, Dataset<Row> sides) {
    Dataset<Row> left = sides.where(col("side").equalTo(0));
    Dataset<Row> right = sides.where(col("side").equalTo(1));
    return left.select(col("passage"), col("node").alias("from"))
        .join(right.select(col("passage"), col("node").alias("to")), "passage")
        .join(passages.select("passage", "words", "credits"), "passage")
        .where(col("from").notEqual(col("to")));
  }

  /** Leaves out what one task could not hold, before its rows come together in one, and says so. */
  private static Dataset<Row> without(Dataset<Row> components, List<Row> tooLarge) {
    if (tooLarge.isEmpty()) {
      return components;
    }
    for (Row component : tooLarge) {
      Progress.say(
          ReprintsStage.NAME,
          "left out: %,d stretches that hang together, too many to take apart",
          component.getLong(1));
    }
    Object[] ids = tooLarge.stream().map(component -> component.get(0)).toArray();
    return components.where(not(col("component").isin(ids)));
  }

  private static Dataset<Row> rows(
      Dataset<Row> edges, Dataset<Row> components, Dataset<Row> nodes, ClusterWork work) {
    Column[] nothing = new Column[ClusterWork.EDGE_COLUMNS.length];
    for (int i = 0; i < nothing.length; i++) {
      nothing[i] = lit(null).cast(ClusterWork.EDGE_TYPES[i]).alias(ClusterWork.EDGE_COLUMNS[i]);
    }
    Dataset<Row> nodeRows = nodes.join(components, "node").select(ClusterWork.nodeRow(nothing));
    Dataset<Row> edgeRows =
        edges
            .join(components, col("from").equalTo(col("node")))
            .select(ClusterWork.edgeRow(nodeRows.schema()));
    return Groups.by(
        nodeRows.union(edgeRows),
        "component",
        List.of("turn", "node", "from", "to", "words"),
        RowCodec.of(ClusterMember.class).schema(),
        work);
  }

  /** What is known of some articles. */
  private static Dataset<Row> told(Run run, Dataset<Row> articles) {
    return run.read(Tables.ARTICLES)
        .join(articles, new String[] {"article_id"}, "left_semi")
        .select(
            col("article_id"),
            col("source"),
            col("published_at"),
            col("published_at_precision"),
            col("ingested_at"),
            col("agency"),
            col("words").alias("article_words"),
            ClusterWork.storyWords(),
            col("text_hash"));
  }

  /**
   * The stretches with what is known of their articles, the old clusters they are heir to, and
   * whether a cluster that is in the table has an id made from them, whichever bears it now.
   */
  private static Dataset<Row> nodes(
      Dataset<Row> told, Dataset<Row> sides, Dataset<Row> members, Dataset<Row> known) {
    Dataset<Row> stretches =
        sides
            .select("node", "article_id", "stretch_begin", "stretch_end", "share")
            .dropDuplicates("node")
            .join(told, "article_id");
    Column made =
        udf((UDF3<String, Integer, Integer, String>) ClusterWork::newId, DataTypes.StringType)
            .apply(col("article_id"), col("stretch_begin"), col("stretch_end"));
    Dataset<Row> taken =
        known
            .select("cluster_id")
            .join(sides.select(col("node"), made.alias("cluster_id")).distinct(), "cluster_id")
            .select(col("node"), lit(true).alias("id_is_taken"))
            .distinct();
    String[] node = {"node"};
    return stretches.join(heirs(stretches, members), node, "left").join(taken, node, "left");
  }

  /**
   * For each old cluster the one stretch that carries its id on: what the oldest of its members has
   * become. Told here for all of the night, since the parts of an old cluster may lie in different
   * components, which know nothing of each other.
   */
  private static Dataset<Row> heirs(Dataset<Row> stretches, Dataset<Row> members) {
    Dataset<Row> before =
        members.select(
            col("article_id").alias("of_article"), col("cluster_id"), col("begin"), col("end"));
    Column[] age = {
      col("ingested_at"),
      col("published_at").asc_nulls_last(),
      col("article_id"),
      col("begin"),
      // Of two stretches over one another, the one that is more like the old one.
      LIKENESS.desc(),
      col("node")
    };
    return stretches
        .join(before, col("article_id").equalTo(col("of_article")).and(OVERLAP.gt(0)))
        .withColumn("place", row_number().over(Window.partitionBy("cluster_id").orderBy(age)))
        .where(col("place").equalTo(1))
        .groupBy("node")
        .agg(sort_array(collect_set("cluster_id")).alias("was_in"));
  }
}
