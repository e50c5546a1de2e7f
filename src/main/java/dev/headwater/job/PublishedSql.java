package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one release, to be read by SQL; what a person wrote wrongly is told in a line. */
final class PublishedSql {
  private static final List<String> LOUD =
      List.of(
          "org.apache.spark.executor.Executor",
          "org.apache.spark.scheduler.TaskSetManager",
          "org.apache.spark.sql.execution.datasources.v2.V2TableWriteExec");

  private final SparkSession spark;
  private final String release;

  private PublishedSql(SparkSession spark, String release) {
    this.spark = spark;
    this.release = release;
  }

  /**
   * Opens a warehouse.
   *
   * @param job name of the job
   * @param warehouse its full path
   * @param runId the run whose release to read; null for the last one
   */
  static PublishedSql open(String job, String warehouse, String runId) {
    SparkSession spark = Sessions.start(job, warehouse);
    String release = ReleaseViews.create(Warehouse.read(spark), runId).runId();
    // What fails in a row is told once, by the command.
    LOUD.forEach(logger -> Configurator.setLevel(logger, Level.OFF));
    return new PublishedSql(spark, release);
  }

  /** The session, in which every table has its name. */
  SparkSession spark() {
    return spark;
  }

  /** The run whose rows are read. */
  String release() {
    return release;
  }

  /** What is done with the rows of an answer. */
  interface Reader {
    /** Reads all rows. */
    void read(Dataset<Row> rows) throws Exception;
  }

  /** Runs one statement that only looks, and has its rows read. */
  void answer(SqlText text, Reader reader) throws Exception {
    try {
      QueryOnly.check(spark, text.sql());
      reader.read(spark.sql(text.sql(), text.arguments()));
    } catch (Exception e) {
      // Spark's Scala code throws its checked AnalysisException without declaring it.
      if (e instanceof SparkThrowable spoken
          && spoken.getCondition() != null
          && !spoken.isInternalError()) {
        throw new UserMistake("The SQL cannot run: " + said(spoken, e));
      }
      throw e;
    }
  }

  /** Spark's first line, with what to do here in place of its advice to programmers. */
  private static String said(SparkThrowable spoken, Exception problem) {
    String line = problem.getMessage().strip().lines().findFirst().orElse("").replaceAll(";$", "");
    String plain = line.replaceAll(" (If necessary|Please, fix|To return NULL)[^.]*\\.?.*$", "");
    return switch (spoken.getCondition()) {
      case "TABLE_OR_VIEW_NOT_FOUND" -> plain + " The tables: query \"SHOW VIEWS\"";
      case "UNBOUND_SQL_PARAMETER" ->
          "the parameter :%1$s has no value; give --param %1$s=VALUE."
              .formatted(spoken.getMessageParameters().get("name"));
      default -> plain;
    };
  }
}
