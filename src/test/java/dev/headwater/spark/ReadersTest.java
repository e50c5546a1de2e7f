package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.OutletLine;
import dev.headwater.model.Reject;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader looks all the time while runs are published, rolled over and expired. {@code
 * -Dheadwater.publishes=50} makes it long.
 */
class ReadersTest {
  private static final int PUBLISHES = Integer.getInteger("headwater.publishes", 8);

  @TempDir Path folder;

  @Test
  void everyLookSeesAllTablesOfOneReleaseThoughOldOnesAreLetGo() throws Exception {
    SparkSession spark = LocalSpark.on(folder);
    Warehouse warehouse = Warehouse.write(spark);
    publish(warehouse, 1);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<List<Row>> reader = pool.submit(() -> look(done));
    for (int night = 2; night <= PUBLISHES; night++) {
      publish(warehouse, night);
      if (night % 4 == 0) {
        Expiry.dropDeadBranches(warehouse, Duration.ofDays(7));
        Expiry.dropTags(warehouse, Expiry.kept(warehouse, 3));
        Expiry.expireSnapshots(warehouse);
      }
    }
    done.set(true);
    List<Row> looks = reader.get();
    pool.shutdown();
    System.out.println("looks: " + looks.size() + " during publishes: " + PUBLISHES);
    assertThat(looks).hasSizeGreaterThan(1);
    for (Row look : looks) {
      long nights = look.getLong(0);
      assertThat(look.getLong(1)).as("outlet_lines in %s", look).isEqualTo(nights);
      assertThat(look.getLong(2)).as("runs in %s", look).isEqualTo(nights);
    }
    assertThat(looks.stream().map(look -> look.getLong(0))).isSorted();
    assertThat(looks.get(looks.size() - 1).getLong(0)).isEqualTo(PUBLISHES);
  }

  private List<Row> look(AtomicBoolean done) {
    Warehouse own = Warehouse.read(LocalSpark.on(folder));
    List<Row> looks = new ArrayList<>();
    boolean last;
    do {
      last = done.get();
      ReleaseViews.create(own, null);
      looks.addAll(
          own.spark()
              .sql(
                  """
                  SELECT (SELECT count(*) FROM rejects),
                         (SELECT count(*) FROM outlet_lines),
                         (SELECT count(*) FROM runs WHERE name = 'night')
                  """)
              .collectAsList());
    } while (!last);
    return looks;
  }

  private static void publish(Warehouse warehouse, int night) {
    RunKey key = new RunKey(LocalDate.of(2026, 3, 1), "ingest", "settings", "test", "n" + night);
    Run run = Run.open(warehouse, key, Instant.now());
    run.append(
        Tables.REJECTS,
        RowCodec.of(Reject.class)
            .dataset(
                warehouse.spark(), List.of(new Reject(run.id(), "n", 1L, "test", null, null))));
    run.append(
        Tables.OUTLET_LINES,
        RowCodec.of(OutletLine.class)
            .dataset(warehouse.spark(), List.of(new OutletLine("run", "n" + night, 1, 1))));
    run.count("ingest", "night", night);
    run.flush();
    Publisher.publish(run);
  }
}
