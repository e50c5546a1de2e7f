package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a SQL text against the published tables.
 *
 * <p>Input: the tables as of the last release, or of {@code --release}. Output: the rows, to
 * standard output or a file, and nothing else there. Example: {@code jobs/submit query "select
 * source, count(*) from articles group by source"}.
 */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Runs a SQL text or file against the published tables.")
public final class QueryCommand implements Callable<Integer> {
  private static final List<String> LOUD =
      List.of(
          "org.apache.spark.executor.Executor",
          "org.apache.spark.scheduler.TaskSetManager",
          "org.apache.spark.sql.execution.datasources.v2.V2TableWriteExec");

  @Mixin private WarehouseOptions options;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "The SQL text.")
  private String sql;

  @Option(names = "--file", paramLabel = "F", description = "File with the SQL text.")
  private Path file;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Value of :NAME in the SQL; may be given again.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format;

  @Option(names = "--output", paramLabel = "F", description = "Write to a file instead.")
  private Path output;

  @Option(
      names = "--release",
      paramLabel = "RUN",
      description = "Read the tables as this run published them.")
  private String release;

  @Override
  public Integer call() throws Exception {
    if ((sql == null) == (file == null)) {
      throw new UserMistake("Give either a SQL text or --file F.");
    }
    SqlText text = file == null ? SqlText.of(sql, parameters) : SqlText.of(read(file), parameters);
    if (output != null) {
      RowWriter.checkWritable(output);
    }
    SparkSession spark = Sessions.start("query", options.warehouse());
    ReleaseViews.create(Warehouse.read(spark), release);
    // What fails in a row is told once, by this command.
    LOUD.forEach(logger -> Configurator.setLevel(logger, Level.OFF));
    try {
      QueryOnly.check(spark, text.sql());
      Dataset<Row> rows = spark.sql(text.sql(), text.arguments());
      RowWriter.write(rows, format, output);
    } catch (Exception e) {
      // Spark's Scala code throws its checked AnalysisException without declaring it.
      if (e instanceof SparkThrowable spoken
          && spoken.getCondition() != null
          && !spoken.isInternalError()) {
        throw new UserMistake("The SQL cannot run: " + said(spoken, e));
      }
      throw e;
    }
    return 0;
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("Cannot read --file " + file + ": there is no such file.");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
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
