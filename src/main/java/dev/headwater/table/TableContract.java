package dev.headwater.table;

import java.util.List;

/**
 * What a table promises: its name, row type, key, partitioning, order within files and comment.
 *
 * @param name table name, without namespace
 * @param row the record that is a row; its components are the columns
 * @param key columns that are unique together
 * @param partitioning Iceberg partition transforms, as in {@code PARTITIONED BY}
 * @param order columns by which files are sorted
 * @param comment what one row is
 */
public record TableContract(
    String name,
    Class<? extends Record> row,
    List<String> key,
    List<String> partitioning,
    List<String> order,
    String comment) {

  /** All columns, as declared on the row's components. */
  public List<ColumnContract> columns() {
    return ColumnContract.of(row);
  }
}
