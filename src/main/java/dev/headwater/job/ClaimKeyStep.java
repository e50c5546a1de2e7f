package dev.headwater.job;

import static org.apache.spark.sql.functions.col;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimKeys;
import dev.headwater.model.Ids;
import dev.headwater.reuse.PostingBlock;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TaskCounter;
import dev.headwater.table.Tables;
import dev.headwater.trace.ClaimOutline;
import dev.headwater.trace.ClaimProfile;
import dev.headwater.trace.QuantityLinks;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the keys of new claims, keeps them in {@code claim_keys}, and finds there the older claims
 * that share one with them.
 *
 * <p>Of the history only rows within the given days are read, and of these only those are decoded
 * of which a key passes a {@link KeyFilter} of the new ones; no older claim is read for it. Cost:
 * linear in the new claims and in the rows of those days.
 */
final class ClaimKeyStep {
  /**
   * A claim under its keys; of an older claim only those that pass the filter.
   *
   * <p>The id is the number behind claim_id, as it travels under every key.
   */
  static final StructType OUTLINED =
      new StructType()
          .add("claim", DataTypes.LongType, false)
          .add("fresh", DataTypes.BooleanType, false)
          .add("outline", RowCodec.of(ClaimOutline.class).schema(), false)
          .add("keys", DataTypes.createArrayType(DataTypes.LongType, false), false);

  private ClaimKeyStep() {}

  /**
   * New claims that have keys, and the older ones that may share one with them, as {@link
   * #OUTLINED}. Writes the rows of the new ones.
   *
   * @param claims the columns of new claims, then ingested_at of their articles
   * @param window the days of the older ones
   */
  static Dataset<Row> outlined(Run run, Dataset<Row> claims, DayRanges window) {
    Dataset<Row> known = run.readAsOfNow(Tables.CLAIM_KEYS);
    TaskCounter profiled = TaskCounter.of(run.spark().sparkContext(), "claims profiled");
    TaskCounter keys = TaskCounter.of(run.spark().sparkContext(), "keys of claims");
    Dataset<Row> fresh =
        claims
            .flatMap(
                (FlatMapFunction<Row, Row>) row -> keyed(row, profiled, keys),
                Encoders.row(RowCodec.of(ClaimKeys.class).schema()))
            .transform(KeptRows::keep);
    Dataset<Row> outlined = outlined(fresh, null);
    long met = 0;
    if (keys.value() > 0) {
      run.append(Tables.CLAIM_KEYS, fresh);
      Dataset<Row> older = met(known, fresh, keys.value(), window);
      met = older.count();
      outlined = outlined.union(older);
    }
    run.count(TracesStage.NAME, "claims_profiled", profiled.value());
    run.count(TracesStage.NAME, "claims_met", met);
    run.count(TracesStage.NAME, "keys", keys.value());
    return outlined;
  }

  /** The row of a new claim; none where it has no keys. */
  private static Iterator<Row> keyed(Row row, TaskCounter profiled, TaskCounter keys) {
    Claim claim = RowCodec.of(Claim.class).record(row);
    ClaimProfile profile = ClaimProfile.of(claim);
    profiled.add(1L);
    long[] own =
        QuantityLinks.blockingKeys(profile).stream()
            .mapToLong(key -> Ids.number(Ids.of(key)))
            .distinct()
            .toArray();
    if (own.length == 0) {
      return Collections.emptyIterator();
    }
    keys.add((long) own.length);
    ClaimKeys made =
        ClaimOutline.of(profile)
            .row(claim, row.getInstant(row.size() - 1), PostingBlock.bytes(own, 0, own.length));
    return List.of(RowCodec.of(ClaimKeys.class).row(made)).iterator();
  }

  /** Older claims of some days of which a key passes the filter of the new ones. */
  private static Dataset<Row> met(
      Dataset<Row> known, Dataset<Row> fresh, long keys, DayRanges window) {
    KeyFilter filter = KeyFilter.of(fresh.select("keys"), keys, KeyFilter.ALL_BITS);
    Column undated = col("published_at").isNull().and(window.hold(col("ingested_at")));
    Dataset<Row> near = known.where(window.hold(col("published_at")).or(undated));
    return outlined(near.where(filter.passesAny(col("keys"))), filter).transform(KeptRows::keep);
  }

  private static Dataset<Row> outlined(Dataset<Row> rows, KeyFilter filter) {
    return RowCodec.of(ClaimKeys.class)
        .select(rows)
        .map(new Outlining(filter), Encoders.row(OUTLINED));
  }

  /** One in each task; without a filter of new claims. */
  private static final class Outlining implements MapFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final KeyFilter filter;
    private transient LongPredicate wanted;

    Outlining(KeyFilter filter) {
      this.filter = filter;
    }

    @Override
    public Row call(Row row) {
      if (wanted == null) {
        wanted = filter == null ? key -> true : filter.open();
      }
      ClaimKeys claim = RowCodec.of(ClaimKeys.class).record(row);
      Long[] keys =
          Arrays.stream(PostingBlock.keys(claim.keys()))
              .filter(wanted)
              .boxed()
              .toArray(Long[]::new);
      Row outline = RowCodec.of(ClaimOutline.class).row(ClaimOutline.of(claim));
      return RowFactory.create(Ids.number(claim.claimId()), filter == null, outline, keys);
    }
  }
}
