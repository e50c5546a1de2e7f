package dev.headwater.job;

import dev.headwater.ingest.ArticleFiles;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.Problem;
import dev.headwater.ingest.ReadResult;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.model.Article;
import dev.headwater.model.Reject;
import dev.headwater.spark.RowCodec;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads input files on the cluster: each record becomes a row that holds either an article or a
 * reject.
 */
final class ArticleReading {
  private static final long BYTES_A_TASK = 32L << 20;

  private final SparkSession spark;
  private final String runId;
  private final ReadSettings reading;
  private final BuildSettings building;
  private final Instant ingestedAt;

  ArticleReading(
      SparkSession spark,
      String runId,
      ReadSettings reading,
      BuildSettings building,
      Instant ingestedAt) {
    this.spark = spark;
    this.runId = runId;
    this.reading = reading;
    this.building = building;
    this.ingestedAt = ingestedAt;
  }

  /** Rows with the columns article and reject, one of them null. */
  Dataset<Row> read(InputFiles input) {
    StructType schema =
        new StructType()
            .add("article", RowCodec.of(Article.class).schema(), true)
            .add("reject", RowCodec.of(Reject.class).schema(), true);
    List<Part> parts = new ArrayList<>();
    for (InputFiles.InputFile file : input.files()) {
      addParts(file, parts);
    }
    // Neighbours by name are often of one size: deal them to different tasks.
    parts.sort(Comparator.comparingInt(Part::hashCode));
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    ReadSettings settings = reading;
    RecordRows records = new RecordRows(runId, building, ingestedAt);
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(parts.stream().map(Part::row).toList(), tasks(input, parts.size()))
            .mapPartitions(dealt -> new PartRows(dealt, hadoop.value(), settings, records));
    return spark.createDataFrame(rows, schema);
  }

  /**
   * A Parquet file is read in parts, by its row groups; any other from its beginning to its end.
   */
  private static void addParts(InputFiles.InputFile file, List<Part> parts) {
    if (!Part.isParquet(file.path())) {
      parts.add(new Part(file.path(), 0, file.bytes(), file.bytes()));
      return;
    }
    long begin = 0;
    do {
      long end = Math.min(file.bytes(), begin + BYTES_A_TASK);
      parts.add(new Part(file.path(), begin, end, file.bytes()));
      begin = end;
    } while (begin < file.bytes());
  }

  private int tasks(InputFiles input, int parts) {
    int cores = spark.sparkContext().defaultParallelism();
    long bySize = input.bytes() / BYTES_A_TASK;
    return (int) Math.max(1, Math.min(parts, Math.max(4L * cores, bySize)));
  }

  /**
   * What one task reads at a time: a file, or some row groups of one.
   *
   * @param bytes length of the whole file
   */
  private record Part(String path, long begin, long end, long bytes) {
    static Part of(Row row) {
      return new Part(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }

    /** As it travels to a task: Spark's serializer knows rows but no records. */
    Row row() {
      return RowFactory.create(path, begin, end, bytes);
    }

    static boolean isParquet(String path) {
      return path.endsWith(".parquet");
    }
  }

  /**
   * Reads a task's parts one after the other.
   *
   * <p>Errors: {@link StoreFailure} where a store failed, so that nothing of the task is believed.
   */
  private static final class PartRows implements Iterator<Row> {
    private final Iterator<Row> parts;
    private final Configuration hadoop;
    private final ReadSettings settings;
    private final RecordRows records;
    private String path;
    private StoreFile file;
    private Closeable stream;
    private Iterator<ReadResult> open = Collections.emptyIterator();

    PartRows(Iterator<Row> parts, Configuration hadoop, ReadSettings settings, RecordRows records) {
      this.parts = parts;
      this.hadoop = hadoop;
      this.settings = settings;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      while (!hasMore() && parts.hasNext()) {
        close();
        Part part = Part.of(parts.next());
        path = part.path();
        file = new StoreFile(new Path(path), part.bytes(), hadoop);
        open = open(part);
      }
      if (!open.hasNext()) {
        close();
        return false;
      }
      return true;
    }

    /** Whether the open part has one more result, and one that is not the store's doing. */
    private boolean hasMore() {
      boolean more = open.hasNext();
      if (file != null) {
        try {
          file.check();
        } catch (StoreFailure e) {
          close();
          throw e;
        }
      }
      return more;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return records.row(path, open.next());
    }

    private Iterator<ReadResult> open(Part part) {
      try {
        if (Part.isParquet(path)) {
          return openParquet(part);
        }
        InputStream bytes = file.open();
        stream = bytes;
        return ArticleFiles.read(bytes, path, settings);
      } catch (IOException e) {
        return List.<ReadResult>of(Unreadable.problem(e)).iterator();
      }
    }

    private Iterator<ReadResult> openParquet(Part part) throws IOException {
      if (part.end() == 0) {
        Problem empty = new Problem(null, "empty_file", "the file has no content", null);
        return List.<ReadResult>of(empty).iterator();
      }
      Optional<Problem> problem = ParquetRecords.ofFile(file, settings);
      if (problem.isPresent()) {
        // Said once, with the file's first part: the others have read the same footer.
        return part.begin() == 0
            ? List.<ReadResult>of(problem.get()).iterator()
            : Collections.emptyIterator();
      }
      ParquetRecords rows = ParquetRecords.open(file, part.begin(), part.end(), settings);
      stream = rows;
      return rows;
    }

    private void close() {
      if (stream == null) {
        return;
      }
      try {
        stream.close();
      } catch (IOException e) {
        Progress.say("ingest", "cannot close %s: %s", path, e.getMessage());
      }
      stream = null;
    }
  }
}
