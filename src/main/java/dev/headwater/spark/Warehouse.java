package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowLevelOperationMode;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.hadoop.HadoopTableOperations;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of one catalog, and which release of them readers see.
 *
 * <p>Iceberg commits one table at a time. What readers resolve hangs on one commit all the same:
 * the last row of {@code releases}. It names a run, and every table has a tag of that name. Readers
 * take the row once and then read all tables at the tag.
 */
public final class Warehouse {
  /** Namespace of all tables. */
  public static final String NAMESPACE = "news";

  /**
   * A scan leaves out whole groups of rows: with Iceberg's own 128 MB, one group holds the articles
   * of a month and more, and who wants those of a day reads them all.
   */
  private static final int ROW_GROUP_BYTES = 4 << 20;

  /**
   * Ids, keys and texts do not repeat: with Iceberg's own 2 MB each column of a group is gathered
   * in a dictionary, found too large, and written again.
   */
  private static final int DICTIONARY_BYTES = 64 << 10;

  private static final String MERGE_ON_READ = RowLevelOperationMode.MERGE_ON_READ.modeName();

  private static final String LAYOUT_PROPERTY = "headwater.layout";

  /** The one transform that contracts name; what has none is a column as it is. */
  private static final String MONTHS = "months(";

  private static final Map<String, String> PROPERTIES =
      Map.of(
          TableProperties.FORMAT_VERSION,
          "2",
          TableProperties.PARQUET_COMPRESSION,
          "zstd",
          TableProperties.DELETE_MODE,
          MERGE_ON_READ,
          TableProperties.MERGE_MODE,
          MERGE_ON_READ,
          TableProperties.UPDATE_MODE,
          MERGE_ON_READ,
          TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
          Integer.toString(ROW_GROUP_BYTES),
          TableProperties.PARQUET_DICT_SIZE_BYTES,
          Integer.toString(DICTIONARY_BYTES),
          TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
          "true",
          LAYOUT_PROPERTY,
          Integer.toString(Tables.LAYOUT));

  private final SparkSession spark;

  private Warehouse(SparkSession spark) {
    this.spark = spark;
  }

  /** Opens a warehouse to read; a mistake if it holds no tables or those of another layout. */
  public static Warehouse read(SparkSession spark) {
    Warehouse warehouse = new Warehouse(spark);
    if (!warehouse.exists(Tables.RELEASES)) {
      throw new UserMistake(
          "No tables in warehouse "
              + warehouse.location()
              + ". Load articles first: jobs/submit nightly --input PATH --warehouse "
              + warehouse.location());
    }
    warehouse.check();
    return warehouse;
  }

  /** Opens a warehouse to write; makes the tables that are missing. */
  public static Warehouse write(SparkSession spark) {
    Warehouse warehouse = new Warehouse(spark);
    if (warehouse.exists(Tables.RELEASES)) {
      warehouse.check();
    }
    try {
      warehouse.createTables();
    } catch (RuntimeIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UserMistake(
          "Cannot write to --warehouse " + warehouse.location() + ": " + cause.getMessage());
    }
    return warehouse;
  }

  /** The session the tables are read with. */
  public SparkSession spark() {
    return spark;
  }

  /** Where the warehouse lies, for messages. */
  public String location() {
    return spark.conf().get("spark.sql.catalog." + Sessions.CATALOG + ".warehouse", "");
  }

  /** Full name of a table in SQL. */
  public static String name(TableContract table) {
    return Sessions.CATALOG + "." + NAMESPACE + "." + table.name();
  }

  /** The Iceberg table behind a contract, freshly loaded. */
  public Table table(TableContract table) {
    return find(table).orElseThrow(() -> new IllegalStateException("No table " + name(table)));
  }

  /** The same; empty where the warehouse was made before the table was. */
  Optional<Table> find(TableContract table) {
    try {
      return Optional.of(Spark3Util.loadIcebergTable(spark, name(table)));
    } catch (NoSuchTableException e) {
      return Optional.empty();
    } catch (ParseException e) {
      throw new IllegalStateException("No name of a table: " + name(table), e);
    }
  }

  /** The release that readers go by; empty before the first publish. */
  public Optional<Release> release() {
    RowCodec<Release> codec = RowCodec.of(Release.class);
    List<Row> rows =
        spark
            .table(name(Tables.RELEASES))
            .select(codec.columns())
            .orderBy(functions.col("sequence").desc())
            .takeAsList(1);
    return rows.stream().findFirst().map(codec::record);
  }

  /** Every release, the first one first. */
  public List<Release> releases() {
    RowCodec<Release> codec = RowCodec.of(Release.class);
    return codec
        .select(spark.table(name(Tables.RELEASES)))
        .orderBy("sequence")
        .collectAsList()
        .stream()
        .map(codec::record)
        .toList();
  }

  /** The last release in which an article was withdrawn; what is older still holds its text. */
  public Optional<Release> lastWithdrawal() {
    if (release().isEmpty()) {
      return Optional.empty();
    }
    Set<String> runs =
        at(Tables.FORGOTTEN, release().orElseThrow())
            .select("run_id")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    return releases().stream()
        .filter(release -> runs.contains(release.runId()))
        .reduce((older, newer) -> newer);
  }

  /** A table as of a release; without rows where the table is newer than the release. */
  public Dataset<Row> at(TableContract table, Release release) {
    if (find(table).filter(t -> t.refs().containsKey(release.runId())).isEmpty()) {
      return spark.createDataFrame(List.of(), RowCodec.schemaOf(table.row()));
    }
    return spark.read().option(SparkReadOptions.VERSION_AS_OF, release.runId()).table(name(table));
  }

  private boolean exists(TableContract table) {
    return spark.catalog().tableExists(name(table));
  }

  private void check() {
    Table releases = table(Tables.RELEASES);
    checkPlace(releases);
    checkLayout(releases);
  }

  /**
   * Iceberg names files by full paths: a folder that was moved or copied would read, and write,
   * those of its old place.
   */
  private void checkPlace(Table table) {
    if (table instanceof HasTableOperations releases
        && releases.operations() instanceof HadoopTableOperations operations) {
      String metadata = operations.current().metadataFileLocation();
      Path found = new Path(metadata).getParent().getParent();
      Path made = new Path(operations.current().location());
      if (!real(found).equals(real(made))) {
        throw new UserMistake(
            "Warehouse "
                + location()
                + " was made at "
                + made.getParent().getParent()
                + " and then moved or copied, but its tables name files by their full paths. Give"
                + " it its old place back, or load the articles into another --warehouse.");
      }
    }
  }

  /** A place whatever names its folders and its scheme have, as far as the file system tells. */
  private String real(Path path) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    try {
      URI full = path.getFileSystem(hadoop).makeQualified(path).toUri();
      return "file".equals(full.getScheme())
          ? java.nio.file.Path.of(full.getPath()).toRealPath().toString()
          : full.getAuthority() + full.getPath();
    } catch (IOException e) {
      return path.toUri().getPath();
    }
  }

  private void checkLayout(Table releases) {
    String layout = releases.properties().get(LAYOUT_PROPERTY);
    if (!Integer.toString(Tables.LAYOUT).equals(layout)) {
      throw new UserMistake(
          "Warehouse "
              + location()
              + " has table layout "
              + layout
              + "; this version reads and writes layout "
              + Tables.LAYOUT
              + ". Use another --warehouse, or the version that wrote it.");
    }
  }

  private void createTables() {
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + Sessions.CATALOG + "." + NAMESPACE);
    Catalog catalog = Spark3Util.loadIcebergCatalog(spark, Sessions.CATALOG);
    for (TableContract table : Tables.PUBLISHED) {
      create(catalog, table);
    }
    create(catalog, Tables.LOCKS);
    // Last: its being there says that all others are.
    create(catalog, Tables.RELEASES);
  }

  /** Without SQL, of which seventeen statements took three seconds to plan. */
  private void create(Catalog catalog, TableContract table) {
    TableIdentifier name = TableIdentifier.of(NAMESPACE, table.name());
    if (catalog.tableExists(name)) {
      return;
    }
    Schema schema = schema(table);
    PartitionSpec.Builder parts = PartitionSpec.builderFor(schema);
    for (String transform : table.partitioning()) {
      if (transform.startsWith(MONTHS)) {
        parts.month(transform.substring(MONTHS.length(), transform.length() - 1));
      } else {
        parts.identity(transform);
      }
    }
    SortOrder.Builder order = SortOrder.builderFor(schema);
    table.order().forEach(order::asc);
    try {
      catalog
          .buildTable(name, schema)
          .withPartitionSpec(parts.build())
          .withSortOrder(order.build())
          .withProperties(PROPERTIES)
          .withProperty("comment", table.comment())
          .create();
    } catch (AlreadyExistsException e) {
      // Another job made it meanwhile.
    }
  }

  private static Schema schema(TableContract table) {
    StructType rows = new StructType();
    for (ColumnContract column : table.columns()) {
      DataType type = RowCodec.schemaOf(table.row()).apply(column.name()).dataType();
      // As SQL has it: an element of a list may be null.
      type = DataType.fromDDL(type.sql());
      rows = rows.add(column.name(), type, !column.required(), column.comment());
    }
    return SparkSchemaUtil.convert(rows);
  }
}
