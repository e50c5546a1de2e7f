package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.table.TableContract;
import java.util.List;
import java.util.stream.Collectors;

/** Finds tables by the names a person gave. */
final class TableNames {
  private TableNames() {}

  /** The tables of these names; a mistake that lists all of them where one is unknown. */
  static List<TableContract> find(List<TableContract> known, List<String> names) {
    return names.stream().map(name -> find(known, name)).toList();
  }

  private static TableContract find(List<TableContract> known, String name) {
    return known.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistake(
                    "There is no table \""
                        + name
                        + "\" (there are "
                        + known.stream().map(TableContract::name).collect(Collectors.joining(", "))
                        + ")."));
  }
}
