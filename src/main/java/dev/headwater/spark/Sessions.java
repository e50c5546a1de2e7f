package dev.headwater.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * Starts the Spark session of a job. What the person submitted with {@code --conf} always wins;
 * only settings that are missing are filled in.
 */
public final class Sessions {
  /** Name of the Iceberg catalog; a person may point it at any other catalog by configuration. */
  public static final String CATALOG = "headwater";

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String EXTENSIONS = "spark.sql.extensions";

  /**
   * Settings of which Spark's logs and its UI show no value. Spark's own default, and what it
   * leaves out: the {@code credential} of a REST catalog and the {@code account.key} of Azure's
   * stores.
   */
  private static final String SECRETS =
      "(?i)secret|password|token|access[.]?key|credential|account[.]?key";

  private static final long SMALL_BYTES = 8L << 20;

  /** Input is mostly compressed text: what a task sorts is some ten times as much. */
  private static final long BYTES_A_PARTITION = 16L << 20;

  private static final String PREFIX = "spark.sql.catalog." + CATALOG;

  private static final String LOCAL_FILES = PREFIX + ".hadoop.fs.file.impl";

  private Sessions() {}

  /**
   * Starts the session of a job. Where a session runs already, it is taken, or, as a catalog never
   * moves once it is loaded, a new one beside it for another warehouse.
   *
   * @param job name of the job, shown in the Spark UI
   * @param warehouse folder of the Hadoop catalog
   */
  public static SparkSession start(String job, String warehouse) {
    SparkConf conf = new SparkConf();
    defaults(conf, warehouse).forEach(conf::setIfMissing);
    return start(job, conf);
  }

  /**
   * Starts the session of a server: every session beside it has the same settings and an extension
   * of our own.
   *
   * @param extension name of a class that Spark hands its extension points to
   * @param settings further settings, which win over those submitted
   */
  public static SparkSession serve(
      String warehouse, String extension, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    defaults(conf, warehouse).forEach(conf::setIfMissing);
    conf.set(EXTENSIONS, conf.get(EXTENSIONS) + "," + extension);
    settings.forEach(conf::set);
    return start("serve", conf);
  }

  private static SparkSession start(String job, SparkConf conf) {
    Option<SparkSession> running = SparkSession.getActiveSession();
    String wanted = conf.get(PREFIX + ".warehouse");
    if (running.isDefined()
        && !wanted.equals(running.get().conf().get(PREFIX + ".warehouse", wanted))) {
      SparkSession.setActiveSession(running.get().newSession());
    }
    SparkSession spark =
        SparkSession.builder().config(conf).appName("headwater " + job).getOrCreate();
    sized(spark, 0);
    return spark;
  }

  /**
   * Tells Spark how much there is to do. Compiling a query costs more than running it on a small
   * input, so there Spark interprets; and 200 shuffle partitions cost more than they balance. The
   * rows are the same. What the person set stays.
   */
  public static void sized(SparkSession spark, long bytes) {
    boolean small = bytes < SMALL_BYTES;
    setUnchosen(spark, "spark.sql.codegen.wholeStage", Boolean.toString(!small));
    setUnchosen(spark, "spark.sql.codegen.factoryMode", small ? "NO_CODEGEN" : "FALLBACK");
    long cores = spark.sparkContext().defaultParallelism();
    long wanted = Math.max(2 * cores, bytes / BYTES_A_PARTITION);
    setUnchosen(spark, PARTITIONS, Long.toString(Math.max(4, Math.min(20_000, wanted))));
  }

  private static void setUnchosen(SparkSession spark, String setting, String value) {
    if (!spark.sparkContext().conf().contains(setting) && !new SparkConf().contains(setting)) {
      spark.conf().set(setting, value);
    }
  }

  /** The configuration of Hadoop file systems as submitted, before there is a session. */
  public static Configuration hadoop() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  private static Map<String, String> defaults(SparkConf conf, String warehouse) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put(PREFIX, "org.apache.iceberg.spark.SparkCatalog");
    if (!conf.contains(PREFIX + ".catalog-impl")) {
      defaults.put(PREFIX + ".type", "hadoop");
    }
    defaults.put(PREFIX + ".warehouse", warehouse);
    defaults.put(EXTENSIONS, "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    // A cached table would hide the branches and tags that the run makes beside Spark.
    defaults.put(PREFIX + ".cache-enabled", "false");
    // Only for the catalog: executors open local files before they have our classes. What Hadoop
    // keeps for a scheme was made before them too.
    if (!conf.contains(LOCAL_FILES)) {
      defaults.put(LOCAL_FILES, LocalFiles.class.getName());
      defaults.put(LOCAL_FILES + ".disable.cache", "true");
    }
    defaults.put("spark.redaction.regex", SECRETS);
    defaults.put("spark.sql.session.timeZone", "UTC");
    defaults.put("spark.sql.datetime.java8API.enabled", "true");
    // Everything read back from Parquet is nullable to Spark; a gate checks required columns.
    defaults.put("spark.sql.iceberg.check-nullability", "false");
    defaults.put("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    // Nothing that is sent refers to itself. With tracking, one large object widens a table that is
    // then wiped for each row read back: a fifth of the time of a run.
    defaults.put("spark.kryo.referenceTracking", "false");
    defaults.put("spark.sql.parquet.compression.codec", "zstd");
    defaults.put("spark.io.compression.codec", "zstd");
    // Rows kept on a cluster go when no later step can use them any more, not at the run's end.
    defaults.put("spark.cleaner.referenceTracking.cleanCheckpoints", "true");
    defaults.put("spark.checkpoint.compress", "true");
    // What an ended step has shuffled is removed when the driver's collector comes upon it. On a
    // cluster a driver has little to collect, and Spark's own half an hour is most of a night.
    defaults.put("spark.cleaner.periodicGC.interval", "5min");
    String master = conf.get("spark.master", "local[*]");
    defaults.put("spark.master", master);
    if (master.startsWith("local")) {
      defaults.put("spark.driver.bindAddress", "127.0.0.1");
      defaults.put("spark.driver.host", "127.0.0.1");
      defaults.put("spark.ui.enabled", "false");
    }
    return defaults;
  }
}
