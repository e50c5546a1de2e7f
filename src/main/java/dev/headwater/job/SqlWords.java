package dev.headwater.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes tables, columns, questions of the catalogue and the words of SQL. */
final class SqlWords implements Completer {
  private static final List<String> KEYWORDS =
      List.of(
          "select",
          "distinct",
          "from",
          "where",
          "and",
          "or",
          "not",
          "in",
          "between",
          "like",
          "is",
          "null",
          "join",
          "left join",
          "on",
          "using",
          "group by",
          "having",
          "order by",
          "desc",
          "limit",
          "with",
          "as",
          "case",
          "when",
          "then",
          "else",
          "end",
          "exists",
          "union all",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "explode",
          "describe table",
          "show views");

  private final Map<String, List<String>> columns;
  private final List<SqlCatalogue.Question> questions;

  private SqlWords(Map<String, List<String>> columns, List<SqlCatalogue.Question> questions) {
    this.columns = columns;
    this.questions = questions;
  }

  /** The words of a session's views. */
  static SqlWords of(SparkSession spark, List<SqlCatalogue.Question> questions) {
    Map<String, List<String>> columns = new TreeMap<>();
    for (Row row : spark.sql("SHOW VIEWS").select("viewName").collectAsList()) {
      columns.put(row.getString(0), List.of(spark.table(row.getString(0)).columns()));
    }
    return new SqlWords(columns, questions);
  }

  /** The tables and views with their columns. */
  Map<String, List<String>> columns() {
    return columns;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor());
    String word = line.word().substring(0, line.wordCursor());
    offered(before)
        .forEach(
            (name, kind) -> {
              String head = head(word);
              candidates.add(
                  new Candidate(head + name, name, kind, null, null, null, !name.endsWith("=")));
            });
  }

  /** What may stand at the end of a text, each with what it is. */
  Map<String, String> offered(String before) {
    Map<String, String> offered = new LinkedHashMap<>();
    String[] words = before.stripLeading().split("\\s+", -1);
    if (words.length > 1 && words[0].equals("ask")) {
      questions.stream()
          .filter(question -> words.length == 2 || question.name().equals(words[1]))
          .forEach(question -> offer(question, words.length, offered));
      return offered;
    }
    String lower = before.toLowerCase(Locale.ROOT);
    boolean some = columns.keySet().stream().anyMatch(table -> isNamed(lower, table));
    columns.forEach(
        (table, of) -> {
          if (!some || isNamed(lower, table)) {
            of.forEach(column -> offered.put(column, "column"));
          }
        });
    KEYWORDS.forEach(word -> offered.put(word, "SQL"));
    columns.keySet().forEach(table -> offered.put(table, "table"));
    if (words.length == 1) {
      SqlShell.WORDS.forEach((word, meaning) -> offered.put(word, "shell"));
    }
    return offered;
  }

  private static void offer(
      SqlCatalogue.Question question, int words, Map<String, String> offered) {
    if (words == 2) {
      offered.put(question.name(), "question");
    } else {
      question.parameters().keySet().forEach(name -> offered.put(name + "=", "parameter"));
    }
  }

  private static boolean isNamed(String lower, String table) {
    return lower.matches("(?s).*\\b" + table + "\\b.*");
  }

  /** The part of a word that stays: {@code count(a.} of {@code count(a.sour}. */
  private static String head(String word) {
    int at = word.length();
    while (at > 0
        && (Character.isLetterOrDigit(word.charAt(at - 1))
            || word.charAt(at - 1) == '_'
            || word.charAt(at - 1) == '-')) {
      at--;
    }
    return word.substring(0, at);
  }
}
