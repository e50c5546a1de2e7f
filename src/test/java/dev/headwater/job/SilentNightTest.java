package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.model.Article;
import dev.headwater.spark.GateLimits;
import dev.headwater.spark.Gates;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nights that bring nothing new on top of eight that brought twelve articles each. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SilentNightTest {
  private static final int NIGHTS = 8;
  private static final int ARTICLES = 12;

  @TempDir static Path folder;

  @BeforeAll
  void loadANightADay() throws IOException {
    SparkSession spark = LocalSpark.on(folder.resolve("warehouse"));
    Run run = TestRun.open(Warehouse.write(spark), "history");
    List<Dataset<Row>> nights = new ArrayList<>();
    for (int ago = NIGHTS; ago > 0; ago--) {
      ArticleReading reading =
          new ArticleReading(
              spark,
              run.id(),
              ReadSettings.standard(),
              BuildSettings.standard(),
              Instant.now().minus(Duration.ofDays(ago)));
      String night = write("night-" + ago, ARTICLES).toString();
      nights.add(
          reading.read(
              InputFiles.find(List.of(night), spark.sparkContext().hadoopConfiguration())));
    }
    Dataset<Row> records = nights.stream().reduce(Dataset::union).orElseThrow();
    run.append(Tables.ARTICLES, RowCodec.of(Article.class).select(records.select("article.*")));
    Publisher.publish(run);
  }

  @Test
  @Order(2)
  void aNightThatIsFedWhatIsKnownFailsOnItsDayAndAnotherTryOfOneThatBroughtNewsDoesNot()
      throws IOException {
    Path old = Files.copy(folder.resolve("night-1.jsonl"), folder.resolve("tonight.jsonl"));
    assertSilent(ingest(old), "0 new articles", "of 12 records read 12 were known before");
    Submitted allowed = ingest(old, "--allow-gate", "night_silent");
    assertThat(allowed.status()).as(allowed.err()).isZero();
    assertThat(allowed.err()).contains("nothing new");

    // A week of folders, of which tonight's holds one article that came late.
    write("night-0", 1);
    assertSilent(
        ingest(folder.resolve("night-*.jsonl")),
        "1 new articles",
        "of 97 records read 96 were known before");

    Path news = write("news", ARTICLES);
    done(ingest(news), "release 2");
    done(ingest(news), "nothing new");
  }

  @Test
  @Order(1)
  void anArchiveOfWhichNothingIsKnownIsSmallAndNotSilentAndAJobWithoutInputIsNoNight() {
    assertThat(found(0, 12)).containsExactly("night_silent");
    assertThat(found(0, 0)).containsExactly("night_silent");
    assertThat(found(1, 2)).containsExactly("night_silent");
    assertThat(found(1, 0)).isEmpty();
    Run other = TestRun.open(warehouse(), "other");
    other.finish("claims");
    assertThat(Gates.checkNews(other, GateLimits.DEFAULTS, Set.of())).isEmpty();
    other.abandon();
  }

  /** The gates that a run breaks in which ingest counted so many articles. */
  private List<String> found(int articles, int known) {
    Run run = TestRun.open(warehouse(), articles + " and " + known);
    run.count("ingest", "articles", articles);
    run.count("ingest", "known_before", known);
    run.finish("ingest");
    List<Gates.Finding> broken = Gates.checkNews(run, GateLimits.DEFAULTS, Set.of());
    run.abandon();
    return broken.stream().map(Gates.Finding::gate).toList();
  }

  private Warehouse warehouse() {
    return Warehouse.write(LocalSpark.on(folder.resolve("warehouse")));
  }

  private static void assertSilent(Submitted given, String brought, String read) {
    assertThat(given.status()).as(given.err()).isEqualTo(3);
    assertThat(given.complaints())
        .containsExactly(
            "headwater ingest: Nothing was published, as gate night_silent found 1 night with "
                + brought
                + ", mostly 12 or more: "
                + read
                + ", so look whether an old delivery came again."
                + " To publish all the same: --allow-gate night_silent");
  }

  private static void done(Submitted given, String said) {
    assertThat(given.status()).as(given.err()).isZero();
    assertThat(given.err()).contains(said);
  }

  private Submitted ingest(Path input, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest",
                "--input",
                input.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString()));
    words.addAll(List.of(more));
    return Submitted.job(words.toArray(String[]::new));
  }

  private Path write(String name, int articles) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".jsonl"),
        IntStream.range(0, articles)
            .mapToObj(
                n ->
                    "{\"id\": \"%1$s-%2$d\", \"text\": \"The ferry %1$s sailed for Gannet Point.\"}\n"
                        .formatted(name, n))
            .collect(Collectors.joining()));
  }
}
