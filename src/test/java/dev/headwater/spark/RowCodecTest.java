package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.Column;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class RowCodecTest {
  public record Part(
      @Column(value = "A name", required = true) String name, @Column("A size") int size) {}

  public record Everything(
      @Column("Text") String text,
      @Column("Whole number") int whole,
      @Column("Whole number or null") Integer wholeOrNull,
      @Column("Long number") long longer,
      @Column("Share") Double share,
      @Column("Flag") boolean flag,
      @Column("Exact number") BigDecimal exact,
      @Column("Instant") Instant at,
      @Column("Day") LocalDate day,
      @Column("Bytes") byte[] bytes,
      @Column("Words") List<String> words,
      @Column("Parts") List<Part> parts,
      @Column("Part") Part part) {}

  private static final Everything FULL =
      new Everything(
          "Zürich \uD83C\uDF27",
          7,
          null,
          1L << 40,
          0.25,
          true,
          new BigDecimal("1234567890123456789.0000000001"),
          Instant.parse("2026-03-01T04:05:06.123456Z"),
          LocalDate.of(1916, 5, 1),
          new byte[] {1, 0, -1},
          List.of("a", "b"),
          List.of(new Part("crate", 3), new Part("barrel", 4)),
          new Part("hull", 9));

  @Test
  void givesBackTheRecordThatWentThroughSpark() {
    SparkSession spark = LocalSpark.cleanSession();
    RowCodec<Everything> codec = RowCodec.of(Everything.class);
    Row row = codec.dataset(spark, List.of(FULL)).repartition(2).collectAsList().get(0);
    assertThat(codec.record(row)).usingRecursiveComparison().isEqualTo(FULL);
  }

  @Test
  void givesBackNullsAsNulls() {
    SparkSession spark = LocalSpark.cleanSession();
    RowCodec<Everything> codec = RowCodec.of(Everything.class);
    Everything empty =
        new Everything(
            null, 0, null, 0, null, false, null, null, null, null, null, List.of(), null);
    Row row = codec.dataset(spark, List.of(empty)).collectAsList().get(0);
    assertThat(codec.record(row)).isEqualTo(empty);
  }

  @Test
  void selectsItsColumnsOutOfOthersInItsOwnOrder() {
    SparkSession spark = LocalSpark.cleanSession();
    RowCodec<Part> codec = RowCodec.of(Part.class);
    Row row =
        codec
            .select(
                spark
                    .range(1)
                    .select(
                        functions.lit("other").alias("other"),
                        functions.lit(3).alias("size"),
                        functions.lit("crate").alias("name")))
            .collectAsList()
            .get(0);
    assertThat(codec.record(row)).isEqualTo(new Part("crate", 3));
  }

  @Test
  void readsExactNumbersWithoutIdleZeros() {
    RowCodec<Everything> codec = RowCodec.of(Everything.class);
    Row row = codec.row(withExact(new BigDecimal("2.5")));
    assertThat(row.getDecimal(6)).isEqualTo(new BigDecimal("2.500000000000000000"));
    assertThat(codec.record(codec.row(withExact(new BigDecimal("3E+3")))).exact())
        .isEqualTo(new BigDecimal("3000"));
  }

  @Test
  void takesNullabilityAndCommentsFromTheDeclaration() {
    assertThat(RowCodec.of(Part.class).schema().apply("name").nullable()).isFalse();
    assertThat(RowCodec.of(Everything.class).schema().apply("text").nullable()).isTrue();
    assertThat(RowCodec.of(Everything.class).schema().apply("whole").nullable()).isFalse();
    assertThat(RowCodec.of(Everything.class).schema().apply("whole_or_null").getComment().get())
        .isEqualTo("Whole number or null");
  }

  @Test
  void hasACodecForEveryTable() {
    for (TableContract table : Tables.PUBLISHED) {
      assertThat(RowCodec.of(table.row()).schema().fieldNames())
          .hasSameSizeAs(table.columns().toArray());
    }
  }

  @Test
  void refusesARecordThatOthersCannotSee() {
    assertThatThrownBy(() -> RowCodec.of(Hidden.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Hidden")
        .hasMessageEndingWith("is not a public record");
  }

  @Test
  void refusesATypeWithoutAColumnType() {
    assertThatThrownBy(() -> RowCodec.of(Odd.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No column type for " + Thread.class);
  }

  private record Hidden(@Column("Value") int value) {}

  public record Odd(@Column("Thread") Thread thread) {}

  private static Everything withExact(BigDecimal exact) {
    return new Everything("", 0, null, 0, null, false, exact, null, null, null, null, null, null);
  }
}
