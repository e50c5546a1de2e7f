package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.Compaction;
import dev.headwater.spark.Expiry;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.Run;
import dev.headwater.spark.RunKey;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import dev.headwater.spark.WarehouseLock;
import dev.headwater.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Keeps a warehouse small and quick: writes small files together, lets old releases go, removes
 * what dead runs left.
 *
 * <p>Input and output: every table; the rows of the last release stay as they are. Compaction is a
 * release of its own. Example: {@code jobs/submit maintain --keep 30 --warehouse W}.
 */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    description = "Writes small files together, lets old releases go, removes what dead runs left.",
    footer = {"", "Example: jobs/submit maintain --keep 30 --wait 2h --warehouse warehouse"})
public final class MaintainCommand implements Callable<Integer> {
  private static final String NAME = "maintain";

  @Mixin private WarehouseOptions options;
  @Mixin private LockOptions lock;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Releases that can still be queried and gone back to (default: ${DEFAULT-VALUE}). Those"
              + " that hold the text of a forgotten article are let go in any case.")
  private int keep;

  @Option(
      names = "--abandoned",
      paramLabel = "TIME",
      defaultValue = "7d",
      description =
          "Drop an unfinished run that nobody has gone on with for so long (default:"
              + " ${DEFAULT-VALUE}). While one can go on, nothing is compacted.")
  private Duration abandoned;

  @Option(
      names = "--orphans",
      paramLabel = "TIME",
      defaultValue = "3d",
      description =
          "Remove files that no table knows and that are so old (default: ${DEFAULT-VALUE}).")
  private Duration orphans;

  @Override
  public Integer call() {
    if (keep < 2) {
      throw new UserMistake(
          "--keep is " + keep + "; give 2 or more: readers may still be at the release before.");
    }
    SparkSession spark = Sessions.start(NAME, options.warehouse());
    Warehouse.read(spark);
    Warehouse warehouse = Warehouse.write(spark);
    try (WarehouseLock held =
        WarehouseLock.take(
            warehouse, NAME, lock.waiting(), line -> Progress.say(NAME, "%s", line))) {
      Publisher.rollForward(warehouse);
      KeptRows.begin(warehouse, line -> Progress.say(NAME, "%s", line));
      Set<String> unfinished = Expiry.dropDeadBranches(warehouse, abandoned);
      if (!unfinished.isEmpty()) {
        Progress.say(
            NAME,
            "%s can still go on: nothing is compacted until it is published, or was left alone"
                + " for %s (--abandoned)",
            String.join(", ", unfinished),
            abandoned);
      } else if (warehouse.release().isPresent()) {
        compact(warehouse, held);
      }
      held.check();
      expire(warehouse, held);
    }
    return 0;
  }

  private void compact(Warehouse warehouse, WarehouseLock held) {
    Instant now = Instant.now();
    RunKey key =
        new RunKey(
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            NAME,
            Ids.of(NAME),
            CodeVersion.version(),
            null);
    Run run = Run.open(warehouse, key, now);
    Compaction.Rewritten rewritten = Compaction.compact(run, Tables.PUBLISHED);
    if (rewritten.before() == 0) {
      run.abandon();
      Progress.say(NAME, "no small files, nothing was published");
      return;
    }
    run.count(NAME, "files_before", rewritten.before());
    run.count(NAME, "files_after", rewritten.after());
    run.flush();
    held.check();
    Release release = Publisher.publish(run);
    Progress.say(
        NAME,
        "%,d files are %,d now: published release %d, %s",
        rewritten.before(),
        rewritten.after(),
        release.sequence(),
        release.runId());
  }

  private void expire(Warehouse warehouse, WarehouseLock held) {
    Set<String> kept = Expiry.kept(warehouse, keep);
    int releases = Expiry.dropTags(warehouse, kept);
    long files = Expiry.expireSnapshots(warehouse);
    held.check();
    long lost = Expiry.removeOrphans(warehouse, orphans);
    Progress.say(
        NAME,
        "%,d releases are kept, %,d were let go; %,d files removed, and %,d that no table knew",
        kept.size(),
        releases,
        files,
        lost);
  }
}
