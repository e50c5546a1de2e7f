package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Headwater;
import dev.headwater.spark.RowCodec;
import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages of tables and jobs say what the contract and the options say. */
class PagesTest {
  private static final int HELP_WIDTH = 100;

  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\n@Command", Pattern.DOTALL);

  @Test
  void everyTableHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (TableContract table : tables()) {
      pages.put(table.name(), page(table));
    }
    Pages.check("tables", pages);
  }

  @Test
  void everyJobHasItsPage() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (CommandLine job : jobs()) {
      pages.put(job.getCommandName(), page(job));
    }
    Pages.check("jobs", pages);
    assertThat(Pages.names("jobs")).containsExactlyElementsOf(pages.keySet());
  }

  @Test
  void theFirstPageLeadsToAllOthers() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Tables and jobs

            Written from the tables' contract and the jobs' options; a test fails where a page is stale.
            `mvn test -Dtest='PagesTest,ViewPagesTest' -Dheadwater.record=true` writes them anew.

            ## Tables
            """);
    List<List<String>> rows = new ArrayList<>();
    for (TableContract table : tables()) {
      rows.add(List.of("[%1$s](tables/%1$s.md)".formatted(table.name()), table.comment()));
    }
    for (String view : ViewPagesTest.VIEWS) {
      rows.add(List.of("[%1$s](tables/%1$s.md)".formatted(view), "A view: see its page"));
    }
    page.append(Pages.table(List.of("table", "one row is"), rows)).append("\n## Jobs\n");
    List<List<String>> jobs = new ArrayList<>();
    for (CommandLine job : jobs()) {
      String says = String.join(" ", job.getCommandSpec().usageMessage().description());
      jobs.add(List.of("[%1$s](jobs/%1$s.md)".formatted(job.getCommandName()), says));
    }
    page.append(Pages.table(List.of("job", "does"), jobs));
    page.append(
        "\nOther programs that read the tables: [engines](engines.md). Clusters, stores, catalogs and watching a run:\n[clusters](clusters.md).\n");
    Pages.check("", Map.of("README", page.toString()));
    TreeSet<String> names = new TreeSet<>(ViewPagesTest.VIEWS);
    tables().forEach(table -> names.add(table.name()));
    assertThat(Pages.names("tables")).containsExactlyElementsOf(names);
  }

  private static List<TableContract> tables() {
    List<TableContract> tables = new ArrayList<>(Tables.PUBLISHED);
    tables.addAll(List.of(Tables.RELEASES, Tables.LOCKS));
    return tables;
  }

  private static List<CommandLine> jobs() {
    return new CommandLine(Headwater.class)
        .getSubcommands().values().stream()
            .filter(job -> !job.getCommandSpec().usageMessage().hidden())
            .toList();
  }

  private static String page(TableContract table) {
    List<List<String>> rows = new ArrayList<>();
    StructType schema = RowCodec.of(table.row()).schema();
    for (ColumnContract column : table.columns()) {
      String type = schema.apply(column.name()).dataType().simpleString();
      rows.add(
          List.of(
              "`" + column.name() + "`",
              "`" + type + "`",
              column.required() ? "never" : "unknown",
              column.comment() + parts(column.type())));
    }
    return "# "
        + table.name()
        + "\n\n"
        + table.comment()
        + ".\n\n- Key: "
        + code(table.key())
        + "\n- Partitions: "
        + (table.partitioning().isEmpty() ? "none" : code(table.partitioning()))
        + "\n- Order within a file: "
        + code(table.order())
        + "\n\n"
        + Pages.table(List.of("column", "type", "null means", "meaning"), rows)
        + Pages.questions(table.name());
  }

  /** The fields of a list of records, each with its meaning. */
  private static String parts(Type type) {
    if (!(type instanceof ParameterizedType list)
        || !(list.getActualTypeArguments()[0] instanceof Class<?> part)
        || !part.isRecord()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (ColumnContract field : ColumnContract.of(part.asSubclass(Record.class))) {
      parts.add("`" + field.name() + "`: " + field.comment());
    }
    return "<br>" + String.join("<br>", parts);
  }

  private static String code(List<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }

  private static String page(CommandLine job) {
    Matcher found = JAVADOC.matcher(Pages.source(job.getCommandSpec().userObject().getClass()));
    assertThat(found.find()).as("a job's Javadoc is its manual: %s", job.getCommandName()).isTrue();
    String manual =
        found
            .group(1)
            .replaceAll("\n \\* ?", "\n")
            .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
            .replaceAll("\\{@link\\s+([^}]*)}", "$1")
            .replaceAll("[ \n]+", " ")
            .replaceAll("(?i) *<p> *", "\n\n")
            .strip();
    StringBuilder page = new StringBuilder("# " + job.getCommandName() + "\n\n" + manual + "\n");
    page.append(help(job));
    job.getSubcommands().forEach((name, part) -> page.append("\n## " + name + "\n" + help(part)));
    return page.toString();
  }

  private static String help(CommandLine job) {
    job.setUsageHelpWidth(HELP_WIDTH);
    String help = job.getUsageMessage(Ansi.OFF).replace("\r", "").replaceAll("(?m)[ \t]+$", "");
    return "\n```\n" + help + "```\n";
  }
}
