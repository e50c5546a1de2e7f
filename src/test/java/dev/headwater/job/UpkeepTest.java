package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import dev.headwater.spark.ChangedGroups;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Upkeep between the jobs of a night, and between a withdrawal and the night after it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class UpkeepTest {
  @TempDir static Path folder;

  private Gazettes gazettes;

  @Test
  @Order(1)
  void jobsThatRunBehindAMaintainFindWhatThoseBeforeItChanged() throws IOException {
    gazettes = Gazettes.in(folder.resolve("kept-up"));
    assertThat(gazettes.night("2026-04-01").status()).isZero();
    done("ingest", "--input", gazettes.input("2026-04-02").toString());
    done("reprints");
    done("claims");
    assertThat(done("maintain").err()).contains("published release 5");
    done("traces");
    done("sources");

    Map<String, List<String>> found = Gazettes.findings(gazettes.spark(), "ingested_at", "run_id");
    done("rollback", "--to", gazettes.runs().get(0));
    assertThat(gazettes.night("2026-04-02").status()).isZero();
    assertThat(Gazettes.findings(gazettes.spark(), "ingested_at", "run_id")).isEqualTo(found);
  }

  /** What it changed it has made again itself: the next night need not look at all of history. */
  @Test
  @Order(2)
  void theNightBehindAWithdrawalBetweenTwoMaintainsFindsNothingChanged() throws IOException {
    assertThat(done("maintain").err()).contains("published release 10");
    done("forget", "--article", gazettes.id("herald"));
    done("maintain");

    Run run = TestRun.open(Warehouse.write(gazettes.spark()), "next night");
    for (String job : List.of(TracesStage.NAME, SourcesStage.NAME)) {
      ChangedGroups changes = ChangedGroups.since(run, job);
      assertThat(changes.rows(Tables.CLUSTERS, "cluster_id", "article_id").isEmpty()).isTrue();
      assertThat(changes.rows(Tables.TRACES, "trace_id", "claim_id").isEmpty()).isTrue();
    }
    run.abandon();
  }

  private Submitted done(String... words) {
    Submitted done = gazettes.job(words);
    assertThat(done.status()).as(done.err()).isZero();
    return done;
  }
}
