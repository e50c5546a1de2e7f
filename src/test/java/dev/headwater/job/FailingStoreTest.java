package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night on a store that fails now and then; {@code jobs/bench faults} has the other faults. */
class FailingStoreTest {
  private static final String IMPL = "fs.flaky.impl";
  private static final String SWITCH = "fs.flaky.switch";
  private static final String EVERY = "fs.flaky.every";

  /** Calls that succeed first: the tables are made by then, and not much more. */
  private static final String CALLS = "1500";

  @TempDir Path folder;

  private Path fails;

  @BeforeEach
  void nameTheStore() {
    fails = folder.resolve("fails");
    System.setProperty("spark.hadoop." + IMPL, FlakyStore.class.getName());
    System.setProperty("spark.hadoop." + SWITCH, fails.toString());
    System.setProperty("spark.hadoop." + EVERY, CALLS);
    SparkSession spark = LocalSpark.cleanSession();
    spark.sparkContext().hadoopConfiguration().set(IMPL, FlakyStore.class.getName());
    spark.sparkContext().hadoopConfiguration().set(SWITCH, fails.toString());
    spark.sparkContext().hadoopConfiguration().set(EVERY, CALLS);
  }

  @AfterEach
  void forgetTheStore() {
    System.clearProperty("spark.hadoop." + IMPL);
    System.clearProperty("spark.hadoop." + SWITCH);
    System.clearProperty("spark.hadoop." + EVERY);
  }

  @Test
  void theNextRunEndsWithTheTablesOfAnUndisturbedOne() throws IOException {
    Files.createFile(fails);
    Submitted disturbed = Submitted.job(night());
    assertThat(disturbed.status()).as(disturbed.err()).isEqualTo(1);
    assertThat(disturbed.err()).doesNotContain("[publish] release");
    Files.delete(fails);
    Submitted next = Submitted.job(night());
    assertThat(next.status()).as(next.err()).isZero();
    SparkSession spark = Sessions.start("test", warehouse());
    assertThat(TableContents.of(spark).differences(TableContents.of(SampleRun.whole().spark())))
        .isEmpty();
    assertThat(Leftovers.of(spark)).isEmpty();
    assertThat(Warehouse.read(spark).releases()).hasSize(1);
  }

  private String warehouse() {
    return FlakyStore.SCHEME + "://" + folder.resolve("warehouse");
  }

  private String[] night() {
    List<String> words = new ArrayList<>(List.of("nightly", "--input"));
    SampleRun.NIGHTS.forEach(night -> words.add(SampleRun.SAMPLE.resolve(night).toString()));
    words.addAll(List.of("--owners", SampleRun.SAMPLE.resolve("owners.csv").toString()));
    words.addAll(List.of("--warehouse", warehouse()));
    return words.toArray(String[]::new);
  }
}
