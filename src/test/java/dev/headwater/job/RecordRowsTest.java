package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.ColumnMap;
import dev.headwater.ingest.DateOrder;
import dev.headwater.ingest.RawRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RecordRowsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T05:30:00Z");

  @Test
  void makesARejectOfARecordOnWhichTheBuilderFails() {
    // Settings without owners are what no command line gives: the builder throws.
    RecordRows rows = new RecordRows("run", new BuildSettings(1, DateOrder.MONTH_FIRST, null), NOW);
    RawRecord record =
        RawRecord.fromFields(
            Map.of("text", "The ferry to Gannet Point sailed."), ColumnMap.usual(), 7L, List.of());

    Row row = rows.row("feed.jsonl", record);

    assertThat(row.isNullAt(0)).isTrue();
    Row reject = row.getStruct(1);
    assertThat(reject.getString(1)).isEqualTo("feed.jsonl");
    assertThat(reject.getLong(2)).isEqualTo(7);
    assertThat(reject.getString(3)).isEqualTo("failed");
    assertThat(reject.getString(4)).startsWith("java.lang.NullPointerException: ");
    assertThat(reject.getString(5)).isEqualTo("The ferry to Gannet Point sailed.");
  }
}
