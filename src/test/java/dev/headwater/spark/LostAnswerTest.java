package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Reject;
import dev.headwater.model.Release;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publish of which the store does what it is asked and then says that it failed. */
class LostAnswerTest {
  private static final String IMPL = "spark.sql.catalog.headwater.hadoop.fs.file.impl";
  private static final String NO_CACHE = IMPL + ".disable.cache";

  private static final AtomicBoolean LOSES = new AtomicBoolean();

  /** Local files; the answer to the next commit of {@code releases} can be lost. */
  public static final class Store extends RawLocalFileSystem {
    @Override
    public String getScheme() {
      return "file";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      boolean renamed = super.rename(from, to);
      boolean isCommit =
          to.getName().endsWith(".metadata.json") && to.toString().contains("/releases/");
      if (isCommit && LOSES.getAndSet(false)) {
        throw new IOException("The answer was lost on purpose: " + to);
      }
      return renamed;
    }
  }

  @TempDir java.nio.file.Path folder;

  @BeforeEach
  void nameTheStore() {
    System.setProperty(IMPL, Store.class.getName());
    System.setProperty(NO_CACHE, "true");
  }

  @AfterEach
  void forgetTheStore() {
    System.clearProperty(IMPL);
    System.clearProperty(NO_CACHE);
  }

  @Test
  void aPublishOfWhichTheAnswerIsLostIsPublishedAndRead() {
    SparkSession spark = LocalSpark.on(folder);
    Warehouse warehouse = Warehouse.write(spark);
    Release first = Publisher.publish(run(warehouse, "first"));
    Run second = run(warehouse, "second");
    LOSES.set(true);

    Release published = Publisher.publish(second);

    assertThat(LOSES).isFalse();
    assertThat(published.runId()).isEqualTo(second.id());
    assertThat(warehouse.releases()).containsExactly(first, published);
    ReleaseViews.create(warehouse, null);
    assertThat(spark.table("rejects").count()).isEqualTo(2);
    Release third = Publisher.publish(run(warehouse, "third"));
    assertThat(warehouse.releases()).containsExactly(first, published, third);
  }

  private static Run run(Warehouse warehouse, String name) {
    Run run = TestRun.open(warehouse, name);
    run.append(
        Tables.REJECTS,
        RowCodec.of(Reject.class)
            .dataset(
                warehouse.spark(), List.of(new Reject(run.id(), name, 1L, "test", null, null))));
    run.finish("ingest");
    return run;
  }
}
