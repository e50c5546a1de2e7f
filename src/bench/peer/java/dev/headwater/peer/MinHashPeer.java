package dev.headwater.peer;

import static org.apache.spark.sql.functions.col;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * What a person would do with MLlib to find reprints: each article is the set of its word 5-grams
 * (lower-cased runs of letters and digits), hashed into a sparse vector of 2^30 places, {@code
 * MinHashLSH} with some hash tables, and {@code approxSimilarityJoin} of the articles with
 * themselves, which verifies each pair's Jaccard on the vectors.
 *
 * <p>Arguments: master, folder of Parquet with id and text, file for the pairs, file for the
 * figures, hash tables, least Jaccard. The articles are hashed once and kept in memory.
 */
public final class MinHashPeer {
  private static final int NGRAM = 5;

  /** So many that two 5-grams hardly ever share one; MinHashLSH takes up to 2,038,074,743. */
  private static final int PLACES = 1 << 30;

  private static final StructType VECTORS =
      new StructType()
          .add("id", DataTypes.StringType, false)
          .add("grams", SQLDataTypes.VectorType(), false);

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
    Dataset<Row> vectors =
        spark
            .read()
            .parquet(args[1])
            .repartition(4 * cores)
            .map((MapFunction<Row, Row>) MinHashPeer::vector, Encoders.row(VECTORS))
            .where(col("grams").isNotNull());
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

  private static Row vector(Row article) {
    int[] grams = grams(article.getString(1));
    if (grams.length == 0) {
      return RowFactory.create(article.getString(0), null);
    }
    double[] ones = new double[grams.length];
    Arrays.fill(ones, 1);
    return RowFactory.create(article.getString(0), Vectors.sparse(PLACES, grams, ones));
  }

  /** Places of the distinct word 5-grams of a text, ascending. */
  private static int[] grams(String text) {
    long[] words = new long[text.length() / 2 + 1];
    int count = 0;
    long hash = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        hash = (inside ? hash : 7) * 0x100000001B3L ^ c;
        inside = true;
      } else if (inside) {
        words[count++] = hash;
        inside = false;
      }
    }
    if (inside) {
      words[count++] = hash;
    }
    int[] grams = new int[Math.max(0, count - NGRAM + 1)];
    for (int first = 0; first < grams.length; first++) {
      long gram = 0;
      for (int w = first; w < first + NGRAM; w++) {
        gram = (gram ^ words[w]) * 0x9E3779B97F4A7C15L;
        gram ^= gram >>> 29;
      }
      grams[first] = (int) (gram >>> 34);
    }
    return Arrays.stream(grams).sorted().distinct().toArray();
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
