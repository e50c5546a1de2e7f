package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.model.RunCounter;
import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.IncrementalAppendScan;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.iceberg.spark.SparkWriteOptions;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/**
 * One run: it reads the release it builds on and writes to a branch of its own in every table, out
 * of every reader's sight, until {@link Publisher} moves all tables forward together.
 *
 * <p>At the end of each job the run's counters are written to the branch of {@code runs}, and with
 * them the snapshot that each table's branch had reached. A run that died is opened again under the
 * same id: the branches go back to those snapshots and the finished jobs are not done twice.
 */
public final class Run {
  private static final String WORK = "work_";

  /** Counter that says that a job is done. */
  static final String FINISHED = "finished";

  private static final String SNAPSHOT = "snapshot_";

  /** Of the bytes of the history's articles a night reads one in so many. */
  private static final long COLUMNS_READ = 32;

  private final Warehouse warehouse;
  private final RunKey key;
  private final Optional<Release> base;
  private final Instant startedAt;
  private final RunBranches branches;
  private final List<RunCounter> unwritten = new ArrayList<>();
  private final Map<String, Map<String, RunCounter>> written = new HashMap<>();

  private Run(Warehouse warehouse, RunKey key, Optional<Release> base, Instant startedAt) {
    this.warehouse = warehouse;
    this.key = key;
    this.base = base;
    this.startedAt = startedAt;
    this.branches = new RunBranches(warehouse, branch(), base);
  }

  /**
   * Opens a run on the current release, or again if a run of the same key has died on it.
   *
   * @param startedAt the instant that loaded articles carry; moved behind the release's own where a
   *     clock went backwards, so that later runs always see later instants
   */
  public static Run open(Warehouse warehouse, RunKey key, Instant startedAt) {
    Optional<Release> base = warehouse.release();
    Instant floor = base.map(release -> release.publishedAt().plusMillis(1)).orElse(startedAt);
    Run run = new Run(warehouse, key, base, startedAt.isBefore(floor) ? floor : startedAt);
    if (run.branches.exist()) {
      run.resume();
    } else {
      run.branches.create();
    }
    return run;
  }

  /** Id of the run, and the name of its tag once it is published. */
  public String id() {
    return key.id(base);
  }

  /** The branch of every table that the run writes to. */
  public String branch() {
    return branch(id());
  }

  /** The branch of a run by its id. */
  static String branch(String runId) {
    return WORK + runId;
  }

  /** The run whose branch has this name; null if it is no branch of a run. */
  public static String idOf(String branch) {
    return branch.startsWith(WORK) ? branch.substring(WORK.length()) : null;
  }

  /** The release the run builds on. */
  public Optional<Release> base() {
    return base;
  }

  /** The warehouse the run writes to. */
  public Warehouse warehouse() {
    return warehouse;
  }

  /** The session. */
  public SparkSession spark() {
    return warehouse.spark();
  }

  /** When the run began; articles it loads carry this instant. */
  public Instant startedAt() {
    return written.values().stream()
        .map(counters -> counters.get(FINISHED))
        .filter(finished -> finished != null && finished.detail() != null)
        .map(finished -> Instant.parse(finished.detail()))
        .findFirst()
        .orElse(startedAt);
  }

  /**
   * Tells Spark how much comes, before a stage's first query. The history counts too: a night joins
   * it, but reads a few columns of it only.
   *
   * @param bytes of new input, compressed
   */
  public void expect(long bytes) {
    Sessions.sized(spark(), bytes + bytes(Tables.ARTICLES) / COLUMNS_READ);
  }

  /** Bytes of the files of a table as this run has it so far. */
  public long bytes(TableContract table) {
    Snapshot reached = warehouse.table(table).snapshot(branch());
    Map<String, String> summary = reached == null ? Map.of() : reached.summary();
    return Long.parseLong(summary.getOrDefault(SnapshotSummary.TOTAL_FILE_SIZE_PROP, "0"));
  }

  /** A table as this run has it so far. */
  public Dataset<Row> read(TableContract table) {
    return spark().read().option(SparkReadOptions.BRANCH, branch()).table(Warehouse.name(table));
  }

  /** The rows that this run has added to a table so far, whatever else it has deleted there. */
  public Dataset<Row> added(TableContract table) {
    return added(table, base)
        .orElseThrow(
            () -> new IllegalStateException("Snapshots of " + branchOf(table) + " are gone"));
  }

  /**
   * The rows added to a table since an earlier release, whatever else was deleted there. Empty
   * where that cannot be told: {@code maintain} lets go of the snapshots between two releases.
   */
  Optional<Dataset<Row>> added(TableContract table, Optional<Release> since) {
    Table loaded = warehouse.table(table);
    SnapshotRef from = tag(loaded, since);
    if (from == null) {
      return Optional.of(read(table));
    }
    long to = reached(loaded);
    return SnapshotUtil.isAncestorOf(loaded, to, from.snapshotId())
        ? Optional.of(between(table, from.snapshotId(), to))
        : Optional.empty();
  }

  /** The data files that this run has added to a table so far, with counts of some columns. */
  List<DataFile> addedFiles(TableContract table, Set<String> columns) {
    Table loaded = warehouse.table(table);
    IncrementalAppendScan scan =
        loaded.newIncrementalAppendScan().toSnapshot(reached(loaded)).includeColumnStats(columns);
    SnapshotRef from = tag(loaded, base);
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        (from == null ? scan : scan.fromSnapshotExclusive(from.snapshotId())).planFiles()) {
      tasks.forEach(task -> files.add(task.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read which files " + branchOf(table) + " has", e);
    }
    return files;
  }

  /**
   * The tag of a release on a table; null without a release, or where the table has no such tag.
   */
  private static SnapshotRef tag(Table loaded, Optional<Release> release) {
    return release.map(known -> loaded.refs().get(known.runId())).orElse(null);
  }

  /** The rows added to a table behind one snapshot up to another. */
  private Dataset<Row> between(TableContract table, long from, long to) {
    if (from == to) {
      return read(table).limit(0);
    }
    return spark()
        .read()
        .option(SparkReadOptions.START_SNAPSHOT_ID, from)
        .option(SparkReadOptions.END_SNAPSHOT_ID, to)
        .table(Warehouse.name(table));
  }

  /** The snapshot that this run has made of a table so far. */
  private long reached(Table loaded) {
    return loaded.refs().get(branch()).snapshotId();
  }

  /** A table as this run has it now, whatever it adds before the rows are read. */
  public Dataset<Row> readAsOfNow(TableContract table) {
    return spark()
        .read()
        .option(SparkReadOptions.VERSION_AS_OF, Long.toString(reached(warehouse.table(table))))
        .table(Warehouse.name(table));
  }

  /** Whether a table has no rows in this run so far. */
  public boolean isEmpty(TableContract table) {
    return read(table).isEmpty();
  }

  /** Whether a table had no rows in the release that the run builds on. */
  public boolean wasEmpty(TableContract table) {
    return base.isEmpty() || warehouse.at(table, base.get()).isEmpty();
  }

  /** Whether this run has left a table as it was in the release it builds on. */
  public boolean isUntouched(TableContract table) {
    Table loaded = warehouse.table(table);
    SnapshotRef from = tag(loaded, base);
    return from != null && from.snapshotId() == reached(loaded);
  }

  /** Makes a table of this run what it was in another release. */
  public void restore(TableContract table, Release release) {
    branches.set(table, release);
  }

  /** Adds rows to a table. */
  public void append(TableContract table, Dataset<Row> rows) {
    append(table, rows.writeTo(branchOf(table)));
  }

  private static void append(TableContract table, DataFrameWriterV2<Row> rows) {
    try {
      rows.append();
    } catch (NoSuchTableException e) {
      throw new IllegalStateException("No table " + table.name(), e);
    }
  }

  /**
   * Adds rows as the tasks that make them give them, and gives them as they then lie in the table:
   * rows that are costly to make and large to keep are made once and kept nowhere else. Other rows
   * are dealt out by the table's order first, for which Spark makes them twice. Here each file has
   * that order only within itself; rows made from an ordered table, a row at a time, lie in few
   * files each by themselves.
   */
  public Dataset<Row> appendAsMade(TableContract table, Dataset<Row> rows) {
    long before = reached(warehouse.table(table));
    append(
        table, rows.writeTo(branchOf(table)).option(SparkWriteOptions.DISTRIBUTION_MODE, "none"));
    return between(table, before, reached(warehouse.table(table)));
  }

  /**
   * Deletes the rows whose columns equal those of some given row.
   *
   * @param keys rows whose columns are the ones to compare, null-safe
   */
  public void delete(TableContract table, Dataset<Row> keys) {
    if (isEmpty(table)) {
      return;
    }
    String view = "gone_" + table.name();
    keys.distinct().createOrReplaceTempView(view);
    Set<String> required =
        table.columns().stream()
            .filter(ColumnContract::required)
            .map(ColumnContract::name)
            .collect(Collectors.toSet());
    StringBuilder condition = new StringBuilder();
    for (String column : keys.columns()) {
      // Equality of nulls is dearer: Spark compares two columns for one.
      condition
          .append(condition.isEmpty() ? "" : " AND ")
          .append("t.%1$s %2$s g.%1$s".formatted(column, required.contains(column) ? "=" : "<=>"));
    }
    spark()
        .sql(
            "MERGE INTO "
                + branchOf(table)
                + " t USING "
                + view
                + " g ON "
                + condition
                + " WHEN MATCHED THEN DELETE");
    spark().catalog().dropTempView(view);
  }

  /**
   * Puts rows in the place of those whose columns equal the given ones; gives their number.
   *
   * @param keys as {@link #delete} takes them
   * @param rows kept ones, as they are counted first
   */
  public long replace(TableContract table, Dataset<Row> keys, Dataset<Row> rows) {
    long count = rows.count();
    delete(table, keys);
    if (count > 0) {
      append(table, rows);
    }
    return count;
  }

  /** Notes a counter of a job; it is written when the job finishes. */
  public void count(String job, String name, double value) {
    count(job, name, value, null);
  }

  /** Notes a counter of a job with words to it. */
  public void count(String job, String name, double value, String detail) {
    RunCounter counter =
        new RunCounter(
            id(),
            job,
            name,
            value,
            detail,
            key.settingsHash(),
            key.codeVersion(),
            key.inputHash(),
            Instant.now());
    unwritten.add(counter);
    written.computeIfAbsent(job, j -> new HashMap<>()).put(name, counter);
  }

  /** A counter of this run, 0 where it was not counted. */
  public double counter(String job, String name) {
    RunCounter counter = written.getOrDefault(job, Map.of()).get(name);
    return counter == null ? 0 : counter.value();
  }

  /** The counters of a job that a summary shows: all but its bookkeeping and its time. */
  public Map<String, Double> shown(String job) {
    Map<String, Double> shown = new TreeMap<>();
    written
        .getOrDefault(job, Map.of())
        .forEach(
            (name, counter) -> {
              boolean hidden =
                  name.equals(FINISHED)
                      || name.equals(Seen.THROUGH)
                      || name.startsWith(SNAPSHOT)
                      || name.startsWith("seconds")
                      || name.equals("rows_written");
              if (!hidden) {
                shown.put(name, counter.value());
              }
            });
    return shown;
  }

  /** Whether the job was finished by an earlier try of this run. */
  public boolean isFinished(String job) {
    return written.getOrDefault(job, Map.of()).containsKey(FINISHED);
  }

  /** Ends a job: its work is kept even if the run dies after this. */
  public void finish(String job) {
    count(job, FINISHED, 1, startedAt().toString());
    for (TableContract table : Tables.PUBLISHED) {
      if (table != Tables.RUNS) {
        long reached = reached(warehouse.table(table));
        count(job, SNAPSHOT + table.name(), 0, Long.toString(reached));
      }
    }
    flush();
  }

  /** Writes the counters noted so far. */
  public void flush() {
    append(Tables.RUNS, RowCodec.of(RunCounter.class).dataset(spark(), unwritten).coalesce(1));
    unwritten.clear();
  }

  /** Removes the run's branches: nothing of it remains. */
  public void abandon() {
    branches.remove();
  }

  private String branchOf(TableContract table) {
    return Warehouse.name(table) + ".branch_" + branch();
  }

  private void resume() {
    RowCodec<RunCounter> codec = RowCodec.of(RunCounter.class);
    codec
        .select(read(Tables.RUNS).where(functions.col("run_id").equalTo(id())).orderBy("at"))
        .collectAsList()
        .stream()
        .map(codec::record)
        .forEach(
            counter ->
                written
                    .computeIfAbsent(counter.job(), job -> new HashMap<>())
                    .put(counter.name(), counter));
    forgetUnfinished();
    Optional<Map<String, RunCounter>> last =
        written.values().stream()
            .filter(counters -> counters.containsKey(FINISHED))
            .max(java.util.Comparator.comparing(counters -> counters.get(FINISHED).at()));
    for (TableContract table : Tables.PUBLISHED) {
      if (table == Tables.RUNS) {
        continue;
      }
      if (last.isEmpty()) {
        branches.create(table);
      } else {
        branches.set(table, Long.parseLong(last.get().get(SNAPSHOT + table.name()).detail()));
      }
    }
  }

  /** What a try that died has noted of its gates and its publish is noted anew, not twice. */
  private void forgetUnfinished() {
    List<String> unfinished =
        written.keySet().stream().filter(job -> !isFinished(job)).sorted().toList();
    if (!unfinished.isEmpty()) {
      delete(
          Tables.RUNS,
          read(Tables.RUNS)
              .where(
                  functions
                      .col("run_id")
                      .equalTo(id())
                      .and(functions.col("job").isin(unfinished.toArray())))
              .select("run_id", "job"));
      written.keySet().removeAll(unfinished);
    }
  }
}
