package dev.headwater.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of the input gives which field: what the user said, else the first usual name that
 * is there ({@code columns.tsv}). Names are compared without regard to case, spaces and hyphens.
 */
public final class ColumnMap implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Map<Field, List<String>> USUAL = usualNames();

  private final Map<Field, List<String>> names;
  private final Map<Field, String> chosen;

  private ColumnMap(Map<Field, List<String>> names, Map<Field, String> chosen) {
    this.names = names;
    this.chosen = chosen;
  }

  /** The usual names only. */
  public static ColumnMap usual() {
    return new ColumnMap(USUAL, Map.of());
  }

  /**
   * The usual names, with the user's choices before them: {@code text=body} reads the text from the
   * column {@code body} and from no other.
   *
   * @throws IllegalArgumentException when a key is no field
   */
  public static ColumnMap of(Map<String, String> choices) {
    Map<Field, List<String>> names = new EnumMap<>(USUAL);
    Map<Field, String> chosen = new EnumMap<>(Field.class);
    for (Map.Entry<String, String> choice : new TreeMap<>(choices).entrySet()) {
      Field field =
          Field.ofKey(choice.getKey())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Cannot map column \""
                              + choice.getValue()
                              + "\": \""
                              + choice.getKey()
                              + "\" is no field. Fields are "
                              + keys()
                              + "."));
      names.put(field, List.of(normal(choice.getValue())));
      chosen.put(field, choice.getValue());
    }
    return new ColumnMap(names, chosen);
  }

  /** The fields that a row's columns give; blank values count as absent. */
  Map<Field, String> pick(Map<String, String> row) {
    Map<String, String> byName = new HashMap<>();
    for (Map.Entry<String, String> column : row.entrySet()) {
      if (column.getValue() != null && !column.getValue().isBlank()) {
        byName.putIfAbsent(normal(column.getKey()), column.getValue());
      }
    }
    Map<Field, String> picked = new EnumMap<>(Field.class);
    for (Map.Entry<Field, List<String>> field : names.entrySet()) {
      for (String name : field.getValue()) {
        String value = byName.get(name);
        if (value != null) {
          picked.put(field.getKey(), value);
          break;
        }
      }
    }
    return picked;
  }

  /** The message for a table none of whose columns is the text; empty when one is. */
  public Optional<Problem> missingText(Collection<String> header, String path) {
    List<String> wanted = new ArrayList<>(names.get(Field.TEXT));
    wanted.addAll(names.get(Field.HTML));
    for (String column : header) {
      if (wanted.contains(normal(column))) {
        return Optional.empty();
      }
    }
    String missing = chosen.getOrDefault(Field.TEXT, Field.TEXT.key());
    String detail =
        "Cannot read articles from "
            + path
            + ": column \""
            + missing
            + "\" is missing (found: "
            + String.join(", ", header)
            + "). Map it with --column text=NAME.";
    return Optional.of(Problem.ofFile("no_text_column", detail));
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  private static String keys() {
    List<String> keys = new ArrayList<>();
    for (Field field : Field.values()) {
      keys.add(field.key());
    }
    return String.join(", ", keys);
  }

  private static Map<Field, List<String>> usualNames() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (List<String> row : WordLists.rows("columns.tsv")) {
      Field.ofKey(row.get(0))
          .ifPresent(field -> names.put(field, List.copyOf(row.subList(1, row.size()))));
    }
    return names;
  }
}
