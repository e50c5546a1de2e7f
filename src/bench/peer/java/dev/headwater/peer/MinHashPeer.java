package dev.headwater.peer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * What a person would write with MLlib to find reprints: each article is the set of its word
 * 5-grams (lower-cased runs of letters and digits; {@code RegexTokenizer}, {@code NGram}), hashed
 * into a sparse vector of 2^30 places ({@code HashingTF}), {@code MinHashLSH} with some hash
 * tables, and {@code approxSimilarityJoin} of the articles with themselves, which verifies each
 * pair's Jaccard on the vectors.
 *
 * <p>Arguments: master, folder of Parquet with id and text, file for the pairs, file for the
 * figures, hash tables, least Jaccard. The articles are hashed once and kept in memory.
 */
public final class MinHashPeer {
  private static final int NGRAM = 5;

  /** So many that two 5-grams hardly ever share one; MinHashLSH takes up to 2,038,074,743. */
  private static final int PLACES = 1 << 30;

  private MinHashPeer() {}

  /** Runs the join. */
  public static void main(String[] args) throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master(args[0])
            .appName("peer")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .getOrCreate();
    int cores = spark.sparkContext().defaultParallelism();
    spark.conf().set("spark.sql.shuffle.partitions", 4 * cores);
    // Loads Spark SQL's classes, as the other side's session has done by then.
    spark.range(1).count();
    long began = System.nanoTime();
    double processor = processorSeconds();
    Dataset<Row> articles = spark.read().parquet(args[1]).repartition(4 * cores);
    Dataset<Row> vectors = vectors(articles);
    int tables = Integer.parseInt(args[4]);
    double least = Double.parseDouble(args[5]);
    MinHashLSHModel model =
        new MinHashLSH()
            .setNumHashTables(tables)
            .setSeed(20_260_101L)
            .setInputCol("grams")
            .setOutputCol("hashes")
            .fit(vectors.limit(1));
    Dataset<Row> hashed = model.transform(vectors).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> pairs =
        model
            // A pair at the very least Jaccard is a pair, and the join's bound is exclusive.
            .approxSimilarityJoin(hashed, hashed, 1 - least + 1e-9, "distance")
            .where(col("datasetA.id").lt(col("datasetB.id")))
            .select(col("datasetA.id"), col("datasetB.id"), col("distance"));
    long found = write(pairs, Path.of(args[2]));
    double seconds = (System.nanoTime() - began) / 1e9;
    processor = processorSeconds() - processor;
    Files.writeString(
        Path.of(args[3]),
        String.format(
            Locale.ROOT,
            "seconds=%.3f%nprocessor_seconds=%.3f%npairs=%d%narticles=%d%npeak_bytes=%d%n",
            seconds,
            processor,
            found,
            hashed.count(),
            peak()));
    spark.stop();
  }

  private static Dataset<Row> vectors(Dataset<Row> articles) {
    Dataset<Row> words =
        new RegexTokenizer()
            .setInputCol("text")
            .setOutputCol("words")
            .setPattern("[^\\p{L}\\p{N}]+")
            .transform(articles);
    Dataset<Row> grams =
        new NGram().setN(NGRAM).setInputCol("words").setOutputCol("ngrams").transform(words);
    return new HashingTF()
        .setBinary(true)
        .setNumFeatures(PLACES)
        .setInputCol("ngrams")
        .setOutputCol("grams")
        .transform(grams.where(size(col("ngrams")).gt(0)))
        .select("id", "grams");
  }

  private static long write(Dataset<Row> pairs, Path out) throws IOException {
    long found = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (Iterator<Row> rows = pairs.collectAsList().iterator(); rows.hasNext(); found++) {
        Row row = rows.next();
        writer.write(row.getString(0) + "\t" + row.getString(1) + "\t" + (1 - row.getDouble(2)));
        writer.newLine();
      }
    }
    return found;
  }

  private static double processorSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
