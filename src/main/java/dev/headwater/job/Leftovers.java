package dev.headwater.job;

import dev.headwater.spark.Run;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What no run may leave behind once it has ended well: its branches and its lock. */
final class Leftovers {
  private Leftovers() {}

  static List<String> of(SparkSession spark) {
    Warehouse warehouse = Warehouse.read(spark);
    List<String> left = new ArrayList<>();
    for (TableContract table : Tables.PUBLISHED) {
      warehouse.table(table).refs().keySet().stream()
          .filter(name -> Run.idOf(name) != null)
          .forEach(branch -> left.add("branch " + branch + " of " + table.name()));
    }
    if (!spark.table(Warehouse.name(Tables.LOCKS)).isEmpty()) {
      left.add("a lock");
    }
    return left;
  }
}
