package dev.headwater.job;

import dev.headwater.spark.Publisher;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Run;
import dev.headwater.spark.RunKey;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/**
 * Loads the classes that most jobs need, so that {@code jobs/submit} can keep them in an archive
 * for class-data sharing. Input and output: none; its tables are in a temporary folder.
 */
@Command(name = "warm-up", hidden = true, description = "Loads classes for class-data sharing.")
public final class WarmUpCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("headwater-warm-up");
    try (SparkSession spark = Sessions.start("warm-up", folder.toUri().toString())) {
      Warehouse warehouse = Warehouse.write(spark);
      Run run = Run.open(warehouse, new RunKey(LocalDate.EPOCH, "", "", "", ""), Instant.now());
      run.count("warm-up", "rows", 1);
      run.flush();
      Publisher.publish(run);
      ReleaseViews.create(warehouse, null);
      List<Row> rows =
          spark.sql("select job, count(*) from runs group by job order by 2 desc").collectAsList();
      Progress.say("warm-up", "%d rows", rows.size());
    } finally {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
    return 0;
  }
}
