package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Run;
import dev.headwater.spark.RunKey;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import dev.headwater.spark.WarehouseLock;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Publishes an earlier release again: a new release whose tables are what they were then.
 *
 * <p>Input: the tables as of a run. Output: every table, by reference, without copying a file. The
 * releases in between stay and can be queried and gone back to; their input can be loaded again.
 * Example: {@code jobs/submit rollback --to r20260302_1a2b3c4d --warehouse W}.
 */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Publishes an earlier release again, as a new release.",
    footer = {"", "Example: jobs/submit rollback --to r20260302_1a2b3c4d --warehouse warehouse"})
public final class RollbackCommand implements Callable<Integer> {
  private static final String NAME = "rollback";

  @Mixin private WarehouseOptions options;
  @Mixin private LockOptions lock;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RUN",
      description = "The run to go back to: query \"select run_id from releases\" lists them.")
  private String to;

  @Override
  public Integer call() {
    Warehouse.read(Sessions.start(NAME, options.warehouse()));
    Warehouse warehouse = Warehouse.write(Sessions.start(NAME, options.warehouse()));
    try (WarehouseLock held =
        WarehouseLock.take(
            warehouse, NAME, lock.waiting(), line -> Progress.say(NAME, "%s", line))) {
      Publisher.rollForward(warehouse);
      Release wanted = ReleaseViews.kept(warehouse, to);
      Release last = warehouse.release().orElseThrow();
      if (wanted.runId().equals(last.runId())) {
        Progress.say(NAME, "%s is the last release; nothing was published", to);
        return 0;
      }
      refuseWithdrawn(warehouse, wanted);
      Release published = publish(warehouse, wanted, held);
      Progress.say(
          NAME,
          "published release %d, %s: every table is as in release %d, %s",
          published.sequence(),
          published.runId(),
          wanted.sequence(),
          wanted.runId());
    }
    return 0;
  }

  private static void refuseWithdrawn(Warehouse warehouse, Release wanted) {
    warehouse
        .lastWithdrawal()
        .filter(withdrawal -> withdrawal.sequence() > wanted.sequence())
        .ifPresent(
            withdrawal -> {
              throw new UserMistake(
                  "Cannot go back to "
                      + wanted.runId()
                      + ": it is older than "
                      + withdrawal.runId()
                      + ", which forgot an article, and its text would come back.");
            });
  }

  private static Release publish(Warehouse warehouse, Release wanted, WarehouseLock held) {
    Instant now = Instant.now();
    RunKey key =
        new RunKey(
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            NAME,
            Ids.of(wanted.runId()),
            CodeVersion.version(),
            null);
    Run run = Run.open(warehouse, key, now);
    for (TableContract table : Tables.PUBLISHED) {
      run.restore(table, wanted);
    }
    // Counters of the runs in between go too: they say which articles the jobs have seen.
    run.count(NAME, "to_release", wanted.sequence(), wanted.runId());
    run.flush();
    held.check();
    return Publisher.publish(run);
  }
}
