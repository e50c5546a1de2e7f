package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs what a person types: statements, and a few words of its own. */
final class SqlShell {
  /** Its own words, with what they do. */
  static final Map<String, String> WORDS = words();

  private final PublishedSql sql;
  private final RowFormat format;
  private final Writer out;

  /** A shell that writes its answers to {@code out}. */
  SqlShell(PublishedSql sql, RowFormat format, Writer out) {
    this.sql = sql;
    this.format = format;
    this.out = out;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("help", "shows this");
    words.put("tables", "lists the tables and views");
    words.put("questions", "lists the questions of the catalogue");
    words.put("ask", "ask NAME [PARAMETER=VALUE …] runs one of them");
    words.put("exit", "leaves, as quit and Ctrl-D do");
    words.put("quit", "leaves");
    return words;
  }

  /** Whether a text is to run as it stands: a word of the shell, or all statements ended. */
  static boolean isWhole(String text) {
    return isWord(text) || SqlScript.of(text).isRestBlank();
  }

  /** Whether a text is a word of the shell, with what belongs to it. */
  static boolean isWord(String text) {
    String first = text.strip().split("[\\s;]", 2)[0];
    return WORDS.containsKey(first) && !text.strip().contains("\n");
  }

  /** Runs a whole text; false where it asks to leave. */
  boolean run(String text) throws Exception {
    if (isWord(text)) {
      return word(text.strip().replaceAll("\\s*;$", ""));
    }
    SqlScript script = SqlScript.of(text);
    for (String statement : script.statements()) {
      answer(SqlText.of(statement, Map.of()));
    }
    if (!script.isRestBlank()) {
      answer(SqlText.of(script.rest(), Map.of()));
    }
    return true;
  }

  private boolean word(String text) throws Exception {
    String[] words = text.split("\\s+");
    switch (words[0]) {
      case "exit", "quit" -> {
        return false;
      }
      case "help" -> help();
      case "tables" ->
          answer(
              SqlText.of("SHOW VIEWS", Map.of()),
              rows -> rows.select("viewName").orderBy("viewName"));
      case "questions" -> {
        for (SqlCatalogue.Question question : SqlCatalogue.questions()) {
          out.write(question.lines());
        }
      }
      default -> ask(Arrays.asList(words).subList(1, words.length));
    }
    out.flush();
    return true;
  }

  private void help() throws IOException {
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      out.write("%-10s %s%n".formatted(word.getKey(), word.getValue()));
    }
    out.write(
        "%nA statement ends with a semicolon; DESCRIBE TABLE claims; shows columns.%n".formatted());
  }

  private void ask(List<String> words) throws Exception {
    if (words.isEmpty()) {
      throw new UserMistake("ask needs the name of a question; questions lists them.");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new UserMistake("Cannot read \"" + word + "\"; write PARAMETER=VALUE.");
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    answer(SqlText.of(SqlCatalogue.find(words.get(0)).sql(), values));
  }

  private void answer(SqlText text) throws Exception {
    answer(text, UnaryOperator.identity());
  }

  private void answer(SqlText text, UnaryOperator<Dataset<Row>> shape) throws Exception {
    sql.answer(text, rows -> RowWriter.write(shape.apply(rows), format, out));
    out.flush();
  }
}
