package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions of {@code jobs/sql}, which the jar carries too. */
final class SqlCatalogue {
  private static final String FOLDER = "/dev/headwater/sql";

  private SqlCatalogue() {}

  /**
   * One question of the catalogue.
   *
   * @param name name of its file, without {@code .sql}
   * @param question its first comment
   * @param parameters default of each parameter, as a SQL literal
   * @param sql the whole text
   */
  record Question(String name, String question, Map<String, String> parameters, String sql) {

    /** Reads a text of the catalogue. */
    static Question of(String name, String sql) {
      String question =
          sql.lines()
              .takeWhile(line -> line.startsWith("--") && !line.contains(":param"))
              .map(line -> line.substring(2).strip())
              .collect(Collectors.joining(" "));
      Map<String, String> parameters = new LinkedHashMap<>();
      Matcher declared = SqlText.DECLARED.matcher(sql);
      while (declared.find()) {
        parameters.put(declared.group(1), declared.group(2));
      }
      return new Question(name, question, parameters, sql);
    }

    /** The question with its name and parameters, for a person. */
    String lines() {
      StringBuilder lines = new StringBuilder(name).append("\n    ").append(question).append('\n');
      if (!parameters.isEmpty()) {
        lines.append("    ");
        parameters.forEach(
            (name, value) -> lines.append("  --param ").append(name).append('=').append(value));
        lines.append('\n');
      }
      return lines.toString();
    }
  }

  /** All questions by name. */
  static List<Question> questions() {
    URL folder = SqlCatalogue.class.getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("Resource " + FOLDER + " is missing from the jar");
    }
    try {
      URI uri = folder.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return questions(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return questions(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + FOLDER, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No address of a resource: " + folder, e);
    }
  }

  private static List<Question> questions(Path folder) throws IOException {
    List<Question> questions = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replaceAll("\\.sql$", "");
        questions.add(Question.of(name, Files.readString(file)));
      }
    }
    questions.sort(Comparator.comparing(Question::name));
    return questions;
  }

  /** The question of a name; a mistake where there is none. */
  static Question find(String name) {
    List<Question> all = questions();
    return all.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, all));
  }

  private static UserMistake unknown(String name, List<Question> all) {
    Set<String> asked = new HashSet<>(List.of(name.split("-")));
    List<String> near =
        all.stream()
            .map(Question::name)
            .filter(other -> inCommon(asked, other) > 0)
            .sorted(Comparator.comparingLong(other -> -inCommon(asked, other)))
            .limit(3)
            .toList();
    return new UserMistake(
        "There is no question "
            + name
            + " in the catalogue; query --list shows all."
            + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?"));
  }

  private static long inCommon(Set<String> words, String name) {
    return Stream.of(name.split("-")).filter(words::contains).count();
  }
}
