package dev.headwater.table;

import dev.headwater.model.Column;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One column of a table, read from the record component that declares it.
 *
 * @param name column name in snake case
 * @param type the component's generic type
 * @param required whether null is an error
 * @param comment what the column means
 */
public record ColumnContract(String name, Type type, boolean required, String comment) {

  /** The columns of a row type, in the order of its components. */
  public static List<ColumnContract> of(Class<? extends Record> row) {
    return Arrays.stream(row.getRecordComponents()).map(ColumnContract::of).toList();
  }

  private static ColumnContract of(RecordComponent component) {
    Column column = component.getAnnotation(Column.class);
    if (column == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getSimpleName()
              + "."
              + component.getName()
              + " has no @Column comment");
    }
    return new ColumnContract(
        snakeCase(component.getName()),
        component.getGenericType(),
        column.required() || component.getType().isPrimitive(),
        column.value());
  }

  /** {@code publishedAtBasis} as {@code published_at_basis}. */
  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
