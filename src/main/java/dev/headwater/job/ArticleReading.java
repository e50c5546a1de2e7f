package dev.headwater.job;

import dev.headwater.ingest.ArticleBuilder;
import dev.headwater.ingest.ArticleFiles;
import dev.headwater.ingest.BuildResult;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.BuiltArticle;
import dev.headwater.ingest.Problem;
import dev.headwater.ingest.RawRecord;
import dev.headwater.ingest.ReadResult;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.model.Article;
import dev.headwater.model.Reject;
import dev.headwater.spark.RowCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads input files on the cluster: each record becomes a row that holds either an article or a
 * reject.
 */
final class ArticleReading {
  private static final long BYTES_A_TASK = 32L << 20;
  private static final byte[] PARQUET_END = "PAR1".getBytes(StandardCharsets.US_ASCII);

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
    List<String> plain = new ArrayList<>();
    List<String> parquet = new ArrayList<>();
    for (InputFiles.InputFile file : input.files()) {
      (file.path().endsWith(".parquet") ? parquet : plain).add(file.path());
    }
    Building records = new Building(runId, building, ingestedAt);
    JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD();
    if (!plain.isEmpty()) {
      rows = rows.union(readFiles(plain, tasks(input), records));
    }
    for (String file : parquet) {
      rows = rows.union(readParquet(file, records));
    }
    return spark.createDataFrame(rows, schema);
  }

  private int tasks(InputFiles input) {
    int cores = spark.sparkContext().defaultParallelism();
    long bySize = input.bytes() / BYTES_A_TASK;
    return (int) Math.min(input.files().size(), Math.max(4L * cores, bySize));
  }

  private JavaRDD<Row> readFiles(List<String> files, int tasks, Building records) {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    ReadSettings settings = reading;
    List<String> dealt = new ArrayList<>(files);
    // Neighbours by name are often of one size: deal them to different tasks.
    dealt.sort(Comparator.comparingInt(String::hashCode));
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(dealt, tasks)
        .mapPartitions(paths -> new FileRows(paths, hadoop.value(), settings, records));
  }

  private JavaRDD<Row> readParquet(String file, Building records) {
    Dataset<Row> raw;
    try {
      if (!endsAsParquet(file)) {
        String detail = "the file does not end as a Parquet file does";
        return one(records.rejected(file, new Problem(null, "broken_parquet", detail, null)));
      }
      raw = spark.read().parquet(file);
    } catch (Exception e) {
      // Spark's Scala code throws its checked SparkException without declaring it.
      return one(records.rejected(file, new Problem(null, "broken_parquet", message(e), null)));
    }
    List<String> header = List.of(raw.columns());
    if (reading.columns().missingText(header, file).isPresent()) {
      return one(records.rejected(file, reading.columns().missingText(header, file).get()));
    }
    ReadSettings settings = reading;
    org.apache.spark.sql.Column[] text =
        header.stream()
            .map(name -> functions.col("`" + name + "`").cast("string").alias(name))
            .toArray(org.apache.spark.sql.Column[]::new);
    return raw.select(text)
        .toJavaRDD()
        .zipWithIndex()
        .map(
            row -> {
              Map<String, String> fields = new HashMap<>();
              for (int i = 0; i < header.size(); i++) {
                fields.put(header.get(i), row._1().getString(i));
              }
              return records.row(
                  file, RawRecord.fromFields(fields, settings.columns(), row._2() + 1, List.of()));
            });
  }

  /** Looked at before Spark does: it would fill the log with the failure of a task. */
  private boolean endsAsParquet(String file) throws IOException {
    Path path = new Path(file);
    FileSystem system = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    long bytes = system.getFileStatus(path).getLen();
    if (bytes < 3L * PARQUET_END.length) {
      return false;
    }
    byte[] end = new byte[PARQUET_END.length];
    try (FSDataInputStream in = system.open(path)) {
      in.readFully(bytes - end.length, end);
    }
    return Arrays.equals(end, PARQUET_END);
  }

  private JavaRDD<Row> one(Row row) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(List.of(row), 1);
  }

  private static String message(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    return message.lines().findFirst().orElse("");
  }

  /** Makes rows of records; travels to the tasks. */
  private record Building(String runId, BuildSettings settings, Instant ingestedAt)
      implements java.io.Serializable {
    Row row(String file, ReadResult read) {
      if (read instanceof Problem problem) {
        return rejected(file, problem);
      }
      BuildResult built = ArticleBuilder.build((RawRecord) read, file, settings, ingestedAt);
      if (built instanceof Problem problem) {
        return rejected(file, problem);
      }
      Article article = ((BuiltArticle) built).article();
      return RowFactory.create(RowCodec.of(Article.class).row(article), null);
    }

    Row rejected(String file, Problem problem) {
      Reject reject =
          new Reject(
              runId,
              file,
              problem.position(),
              problem.reason(),
              problem.detail(),
              problem.excerpt());
      return RowFactory.create(null, RowCodec.of(Reject.class).row(reject));
    }
  }

  /** Reads a task's files one after the other. */
  private static final class FileRows implements Iterator<Row> {
    private final Iterator<String> paths;
    private final Configuration hadoop;
    private final ReadSettings settings;
    private final Building records;
    private String path;
    private InputStream stream;
    private Iterator<ReadResult> open = Collections.emptyIterator();

    FileRows(
        Iterator<String> paths, Configuration hadoop, ReadSettings settings, Building records) {
      this.paths = paths;
      this.hadoop = hadoop;
      this.settings = settings;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      while (!open.hasNext() && paths.hasNext()) {
        close();
        path = paths.next();
        open = open(path);
      }
      if (!open.hasNext()) {
        close();
        return false;
      }
      return true;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return records.row(path, open.next());
    }

    private Iterator<ReadResult> open(String file) {
      try {
        Path hadoopPath = new Path(file);
        stream = hadoopPath.getFileSystem(hadoop).open(hadoopPath);
        return ArticleFiles.read(stream, file, settings);
      } catch (IOException e) {
        Problem problem = new Problem(null, "unreadable", message(e), null);
        return List.<ReadResult>of(problem).iterator();
      }
    }

    private void close() {
      if (stream == null) {
        return;
      }
      try {
        stream.close();
      } catch (IOException e) {
        Progress.say("ingest", "cannot close %s: %s", path, message(e));
      }
      stream = null;
    }
  }
}
