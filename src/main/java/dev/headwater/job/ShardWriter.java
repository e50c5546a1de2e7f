package dev.headwater.job;

import dev.headwater.report.ShardEntry;
import dev.headwater.report.ShardPacker;
import dev.headwater.spark.Groups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes pages into shards, each task its own. The driver sees one line a shard, a quarter of a
 * megabyte of pages each.
 */
final class ShardWriter {
  private static final StructType ENTRY =
      new StructType()
          .add("firstKey", DataTypes.StringType, false)
          .add("name", DataTypes.StringType, false)
          .add("pages", DataTypes.IntegerType, false)
          .add("bytes", DataTypes.IntegerType, false);

  private ShardWriter() {}

  /**
   * Writes all pages of a kind.
   *
   * @param pages columns part, key and page, a JSON text; a shard holds one part's pages
   * @param site folder of the site
   * @param kind folder of the shards, such as clusters
   * @return an entry a shard, in order of the keys
   */
  static List<ShardEntry> write(Dataset<Row> pages, Path site, String kind) {
    Map<String, String> hadoop =
        pages.sparkSession().sparkContext().hadoopConfiguration().getPropsWithPrefix("");
    String folder = site.toString();
    return Groups.together(pages.select("part", "key", "page"), "part")
        .sortWithinPartitions("part", "key")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> packed(rows, folder, kind, hadoop).iterator(),
            Encoders.row(ENTRY))
        .collectAsList()
        .stream()
        .map(
            row -> new ShardEntry(row.getString(0), row.getString(1), row.getInt(2), row.getInt(3)))
        .sorted(ShardEntry.ORDER)
        .toList();
  }

  private static List<Row> packed(
      Iterator<Row> rows, String folder, String kind, Map<String, String> hadoop)
      throws IOException {
    Configuration configuration = new Configuration(false);
    hadoop.forEach(configuration::set);
    Path site = new Path(folder);
    FileSystem files = ReportFolder.plain(site, configuration);
    ShardPacker packer =
        new ShardPacker(
            kind, (path, content) -> ReportFolder.write(files, new Path(site, path), content));
    while (rows.hasNext()) {
      Row row = rows.next();
      packer.add(row.getString(0), row.getString(1), row.getString(2));
    }
    List<Row> entries = new ArrayList<>();
    for (ShardEntry entry : packer.finish()) {
      entries.add(RowFactory.create(entry.firstKey(), entry.name(), entry.pages(), entry.bytes()));
    }
    return entries;
  }
}
