package dev.headwater.job;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A prompt for SQL over the published tables, with history and completion.
 *
 * <p>Input: statements from the terminal, or from a pipe, where the first mistake ends the job.
 * Output: their rows. Only statements that look are run. Example: {@code jobs/submit sql
 * --warehouse W}.
 */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "A prompt for SQL over the published tables; reads statements from a pipe too.")
public final class SqlCommand implements Callable<Integer> {
  @Mixin private WarehouseOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format;

  @Option(
      names = "--history",
      paramLabel = "F",
      description = "File of what was typed before (default: .headwater_history at home).")
  private Path history;

  @Option(
      names = "--release",
      paramLabel = "RUN",
      description = "Read the tables as this run published them.")
  private String release;

  @Override
  public Integer call() throws Exception {
    PublishedSql sql = PublishedSql.open("sql", options.warehouse(), release);
    if (!Screen.isThere()) {
      piped(new SqlShell(sql, format, new PrintWriter(System.out, false, StandardCharsets.UTF_8)));
      return 0;
    }
    Path typed =
        history == null ? Path.of(System.getProperty("user.home"), ".headwater_history") : history;
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      new SqlPrompt(terminal, sql, format, typed).converse();
    }
    return 0;
  }

  /** Runs what comes through a pipe; a line without a semicolon waits for the next. */
  private static void piped(SqlShell shell) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder held = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      held.append(line).append('\n');
      if (SqlShell.isWhole(held.toString())) {
        if (!shell.run(held.toString())) {
          return;
        }
        held.setLength(0);
      }
    }
    shell.run(held.toString());
  }
}
