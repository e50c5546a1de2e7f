package dev.headwater.job;

/** How rows are written: names as on the command line. */
enum RowFormat {
  table,
  csv,
  tsv,
  jsonl
}
