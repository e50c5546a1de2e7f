package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.bench.WatchedProcess;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night whose tables lie in an S3-compatible store, reached through Hadoop's S3A, with the
 * catalog in a database, as a store that cannot rename has no other way to publish at once.
 */
class S3StoreTest {
  private static final Path SERVER = Path.of("target", "stores", "s3proxy.jar");
  private static final Pattern LISTENS =
      Pattern.compile(".*Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}.*");
  private static final String WAREHOUSE = "s3a://press/warehouse";
  private static final String SECRET = "not-to-be-told";
  private static final String CATALOG = "spark.sql.catalog.headwater.";

  @TempDir Path folder;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private WatchedProcess server;

  @BeforeEach
  void startTheStore() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("store/press"));
    settings.put("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port());
    settings.put("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
    settings.put("spark.hadoop.fs.s3a.path.style.access", "true");
    settings.put("spark.hadoop.fs.s3a.access.key", "press");
    settings.put("spark.hadoop.fs.s3a.secret.key", SECRET);
    settings.put(CATALOG + "type", "jdbc");
    // Iceberg looks for its columns by names in small letters.
    String database = folder.resolve("catalog") + ";DATABASE_TO_LOWER=TRUE";
    settings.put(CATALOG + "uri", "jdbc:h2:" + database);
    settings.put(CATALOG + "jdbc.schema-version", "V1");
    settings.forEach(System::setProperty);
    Configuration hadoop = LocalSpark.cleanSession().sparkContext().hadoopConfiguration();
    settings.forEach((name, value) -> hadoop.set(name.replaceFirst("^spark.hadoop.", ""), value));
  }

  /** Starts the server and gives its port. */
  private String port() throws IOException, InterruptedException {
    Path properties = folder.resolve("store.properties");
    Files.write(
        properties,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:0",
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=press",
            "s3proxy.credential=" + SECRET,
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + folder.resolve("store")));
    String java = System.getProperty("java.home") + "/bin/java";
    server =
        WatchedProcess.start(
            List.of(java, "-Xmx256m", "-jar", SERVER.toString(), "--properties", "" + properties),
            Map.of(),
            folder.resolve("store.log"));
    boolean listens =
        server.awaitLine(line -> LISTENS.matcher(line).matches(), Duration.ofMinutes(2));
    assertThat(listens).as("%s", server.lines()).isTrue();
    return server.lines().stream()
        .map(line -> LISTENS.matcher(line.text()))
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void stopTheStore() {
    forgetTheStore();
    server.close();
  }

  private void forgetTheStore() {
    settings.keySet().forEach(System::clearProperty);
  }

  @Test
  void aNightEndsWithTheTablesOfALocalFolderAndTellsNoSecret() {
    Submitted night = Submitted.job(night());
    assertThat(night.status()).as(night.err()).isZero();
    Submitted again = Submitted.job(night());
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.err()).contains("nothing new");
    SparkSession spark = Sessions.start("test", WAREHOUSE);
    assertThat(Warehouse.read(spark).releases()).hasSize(1);
    assertThat(Leftovers.of(spark)).isEmpty();
    StringBuilder told = new StringBuilder(night.out() + night.err());
    spark.table("headwater.news.runs").collectAsList().forEach(told::append);
    assertThat(told.toString()).contains("[publish] release 1").doesNotContain(SECRET);
    TableContents here = TableContents.of(spark);
    forgetTheStore();
    assertThat(here.differences(TableContents.of(SampleRun.whole().spark()))).isEmpty();
  }

  @Test
  void aBucketThatIsNotThereIsAMistakeAndAServerThatIsNotThereIsNone() {
    // Else it is asked for minutes, and the next test meets this one's client.
    Map<String, String> impatient =
        Map.of("attempts.maximum", "2", "retry.limit", "2", "impl.disable.cache", "true");
    Configuration hadoop = LocalSpark.cleanSession().sparkContext().hadoopConfiguration();
    impatient.forEach((name, value) -> hadoop.set("fs.s3a." + name, value));
    Submitted misspelt = ingest("s3a://pres/feed");
    assertThat(misspelt.status()).as(misspelt.err()).isEqualTo(2);
    assertThat(misspelt.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater ingest: Cannot read --input s3a://pres/feed: ");
    server.close();
    Submitted failed = ingest("s3a://press/feed");
    assertThat(failed.status()).as(failed.err()).isEqualTo(1);
    assertThat(failed.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater ingest: Cannot read --input s3a://press/feed, its store failed: ")
        .endsWith(" Nothing was published; run the same command again.");
    impatient.keySet().forEach(name -> hadoop.unset("fs.s3a." + name));
  }

  private Submitted ingest(String input) {
    return Submitted.job(
        "ingest", "--input", input, "--warehouse", folder.resolve("local").toString());
  }

  private static String[] night() {
    List<String> words = new ArrayList<>(List.of("nightly", "--input"));
    SampleRun.NIGHTS.forEach(night -> words.add(SampleRun.SAMPLE.resolve(night).toString()));
    words.addAll(List.of("--owners", SampleRun.SAMPLE.resolve("owners.csv").toString()));
    words.addAll(List.of("--warehouse", WAREHOUSE));
    return words.toArray(String[]::new);
  }
}
