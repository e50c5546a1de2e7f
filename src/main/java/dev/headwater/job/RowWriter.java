package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes the rows of a query for a person or a program. */
final class RowWriter {
  /** Rows that a table for a terminal shows at most; the other formats have no limit. */
  static final int TABLE_ROWS = 1000;

  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "^[=+@\\t\\r-]";

  private static final String SIGNED_NUMBER = "^[+-][0-9.,]+(E[+-]?[0-9]+)?$";

  private static final int TABLE_WIDTH = 80;

  /** Numbers of so many characters are shown as they are. */
  private static final int SHORT = 6;

  private static final Pattern PLAIN_FRACTION = Pattern.compile("-?[0-9]+\\.[0-9]+");

  /** A column without a value still stands in the line: every line has the same keys. */
  private static final Map<String, String> KEEP_NULLS = Map.of("ignoreNullFields", "false");

  private RowWriter() {}

  /** Refuses a file that cannot be written, before anything is computed for it. */
  static void checkWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UserMistake("Cannot write " + file + ": it is a folder.");
    } else if (folder == null || !Files.isDirectory(folder)) {
      throw new UserMistake("Cannot write " + file + ": the folder " + folder + " is missing.");
    } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new UserMistake("Cannot write " + file + ": no permission.");
    }
  }

  /** Writes rows to a file, whole or not at all, or to standard output where the file is null. */
  static void write(Dataset<Row> rows, RowFormat format, Path file) throws IOException {
    write(List.of(rows), format, file);
  }

  /** Writes several tables of rows, one after the other with an empty line between them. */
  static void write(List<Dataset<Row>> parts, RowFormat format, Path file) throws IOException {
    if (file == null) {
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
      write(parts, format, out);
      out.flush();
      return;
    }
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      write(parts, format, out);
    }
    Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(List<Dataset<Row>> parts, RowFormat format, Writer out)
      throws IOException {
    for (int part = 0; part < parts.size(); part++) {
      if (part > 0) {
        out.write('\n');
      }
      write(parts.get(part), format, out);
    }
  }

  /** Writes rows to whatever takes text. */
  static void write(Dataset<Row> rows, RowFormat format, Writer out) throws IOException {
    switch (format) {
      case jsonl -> {
        Iterator<String> lines =
            rows.select(functions.to_json(functions.struct(functions.col("*")), KEEP_NULLS))
                .as(Encoders.STRING())
                .toLocalIterator();
        while (lines.hasNext()) {
          out.write(lines.next());
          out.write('\n');
        }
      }
      case csv ->
          separated(
              inert(flat(rows)), CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get(), out);
      case tsv ->
          separated(flat(rows), CSVFormat.TDF.builder().setRecordSeparator('\n').get(), out);
      case table -> table(rows.schema(), flat(rows), out);
    }
  }

  /** Lists and structs as JSON, everything else as Spark casts it to text. */
  static Dataset<Row> flat(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      Column column = functions.col("`" + field.name().replace("`", "``") + "`");
      boolean nested =
          field.dataType() instanceof ArrayType
              || field.dataType() instanceof StructType
              || field.dataType() instanceof MapType;
      Column text = nested ? functions.to_json(column) : column.cast("string");
      if (field.dataType() instanceof DecimalType) {
        // 1200.0000000000 is 1200: the zeros come from the column's scale, not from the text.
        text = functions.regexp_replace(text, "\\.0+$|(\\.[0-9]*[1-9])0+$", "$1");
      }
      columns.add(text.alias(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /**
   * Flat rows as a spreadsheet may open them: a cell that it would take for a formula begins with a
   * quotation mark, which makes it text. Numbers stay as they are.
   */
  static Dataset<Row> inert(Dataset<Row> flat) {
    List<Column> columns = new ArrayList<>();
    for (String name : flat.columns()) {
      Column text = functions.col("`" + name.replace("`", "``") + "`");
      Column formula = text.rlike(FORMULA).and(functions.not(text.rlike(SIGNED_NUMBER)));
      columns.add(
          functions
              .when(formula, functions.concat(functions.lit("'"), text))
              .otherwise(text)
              .alias(name));
    }
    return flat.select(columns.toArray(Column[]::new));
  }

  private static void separated(Dataset<Row> rows, CSVFormat format, Writer out)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(out, format);
    printer.printRecord((Object[]) rows.columns());
    Iterator<Row> all = rows.toLocalIterator();
    while (all.hasNext()) {
      Row row = all.next();
      List<Object> values = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        values.add(row.get(i));
      }
      printer.printRecord(values);
    }
    printer.flush();
  }

  private static void table(StructType schema, Dataset<Row> rows, Writer out) throws IOException {
    boolean[] inexact = inexact(schema);
    List<String[]> lines = new ArrayList<>();
    lines.add(rows.columns());
    List<Row> first = rows.takeAsList(TABLE_ROWS + 1);
    for (Row row : first.subList(0, Math.min(TABLE_ROWS, first.size()))) {
      String[] cells = new String[row.size()];
      for (int i = 0; i < cells.length; i++) {
        String cell = row.isNullAt(i) ? "" : row.getString(i);
        cells[i] = inexact[i] ? shortened(cell) : oneLine(cell);
      }
      lines.add(cells);
    }
    int[] widths = new int[rows.columns().length];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].codePointCount(0, line[i].length()));
      }
    }
    for (int n = 0; n < lines.size(); n++) {
      out.write(line(lines.get(n), widths));
      if (n == 0) {
        String[] rule = new String[widths.length];
        for (int i = 0; i < rule.length; i++) {
          rule[i] = "-".repeat(widths[i]);
        }
        out.write(line(rule, widths));
      }
    }
    if (first.size() > TABLE_ROWS) {
      out.write("… only the first " + TABLE_ROWS + " rows; --format csv writes all\n");
    }
  }

  private static boolean[] inexact(StructType schema) {
    boolean[] inexact = new boolean[schema.size()];
    for (int i = 0; i < inexact.length; i++) {
      DataType type = schema.apply(i).dataType();
      inexact[i] = type instanceof DoubleType || type instanceof FloatType;
    }
    return inexact;
  }

  /**
   * A share or mean as a person reads it: three decimals, or three digits where it is below 1. The
   * formats for programs keep every digit.
   */
  static String shortened(String cell) {
    if (cell.length() <= SHORT || !PLAIN_FRACTION.matcher(cell).matches()) {
      return cell;
    }
    BigDecimal value = new BigDecimal(cell);
    BigDecimal rounded =
        value.abs().compareTo(BigDecimal.ONE) < 0
            ? value.round(new MathContext(3, RoundingMode.HALF_UP))
            : value.setScale(3, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }

  private static String line(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : "  ").append(cells[i]);
      line.append(" ".repeat(widths[i] - cells[i].codePointCount(0, cells[i].length())));
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** A cell of the table: controls as blanks, cut where it would push the others off the screen. */
  private static String oneLine(String value) {
    String line = value.replaceAll("\\s+|\\p{Cc}", " ");
    return line.codePointCount(0, line.length()) <= TABLE_WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TABLE_WIDTH - 1)) + "…";
  }
}
