package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
  @Mixin private WarehouseOptions options;

  @Parameters(arity = "0..1", paramLabel = "SQL", description = "The SQL text.")
  private String sql;

  @Option(names = "--file", paramLabel = "F", description = "File with the SQL text.")
  private Path file;

  @Option(
      names = "--question",
      paramLabel = "NAME",
      description = "A question of the catalogue; --list shows all of them.")
  private String question;

  @Option(
      names = "--list",
      description = "Show the questions of the catalogue with their parameters, and read nothing.")
  private boolean listed;

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
    if (listed) {
      SqlCatalogue.questions().forEach(each -> System.out.print(each.lines()));
      return 0;
    }
    if (Stream.of(sql, file, question).filter(Objects::nonNull).count() != 1) {
      throw new UserMistake("Give a SQL text, --file F or --question NAME (--list shows them).");
    }
    SqlText text = SqlText.of(text(), parameters);
    if (output != null) {
      RowWriter.checkWritable(output);
    }
    PublishedSql.open("query", options.warehouse(), release)
        .answer(text, rows -> RowWriter.write(rows, format, output));
    return 0;
  }

  private String text() throws IOException {
    if (question != null) {
      return SqlCatalogue.find(question).sql();
    }
    return file == null ? sql : read(file);
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("Cannot read --file " + file + ": there is no such file.");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
