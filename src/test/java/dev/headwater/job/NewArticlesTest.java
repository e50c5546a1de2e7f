package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.ingest.ArticleBuilder;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.BuiltArticle;
import dev.headwater.ingest.ColumnMap;
import dev.headwater.ingest.RawRecord;
import dev.headwater.model.Article;
import dev.headwater.spark.RowCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class NewArticlesTest {
  private final SparkSession spark = LocalSpark.cleanSession();

  @Test
  void keepsEachArticleOnceAndNoneThatIsKnown() {
    Dataset<Row> ferry = rows("lowtide.example/ferry", 1);
    Dataset<Row> storm = rows("lowtide.example/storm", 2);

    NewArticles found = NewArticles.of(ferry.union(storm).union(storm), ferry);

    assertThat(found.added().select("article_key").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("lowtide.example lowtide.example/storm");
    assertThat(found.clashes("run").count()).isZero();
  }

  @Test
  void rejectsAnArticleWhoseIdIsThatOfAnother() {
    Dataset<Row> ferry = rows("lowtide.example/ferry", 1).withColumn("article_id", lit("00"));
    Dataset<Row> storm = rows("lowtide.example/storm", 2).withColumn("article_id", lit("00"));
    Dataset<Row> flood = rows("lowtide.example/flood", 3).withColumn("article_id", lit("00"));

    NewArticles within = NewArticles.of(ferry.union(storm).union(ferry), flood.limit(0));
    NewArticles history = NewArticles.of(ferry.union(storm), flood);

    assertThat(within.added().count()).isOne();
    assertThat(within.clashesOf(lit(true))).isOne();
    assertThat(within.clashesOf(col("place").equalTo(1))).isZero();
    assertThat(history.added().count()).isZero();
    assertThat(history.clashesOf(lit(true))).isEqualTo(2);
    assertThat(within.clashes("run").collectAsList())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.<String>getAs("reason")).isEqualTo("id_clash");
              assertThat(reject.<String>getAs("input")).isEqualTo("feed.jsonl");
              assertThat(reject.<Long>getAs("position")).isEqualTo(2);
              assertThat(reject.<String>getAs("detail"))
                  .isEqualTo(
                      "the article lowtide.example lowtide.example/storm has the id 00 of another"
                          + " article");
            });
  }

  private Dataset<Row> rows(String address, long position) {
    RawRecord record =
        RawRecord.fromFields(
            Map.of("url", "https://" + address, "text", "The ferry sailed again today."),
            ColumnMap.usual(),
            position,
            List.of());
    BuiltArticle built =
        (BuiltArticle)
            ArticleBuilder.build(
                record,
                "feed.jsonl",
                BuildSettings.standard(),
                Instant.parse("2026-03-02T05:30:00Z"));
    return RowCodec.of(Article.class).dataset(spark, List.of(built.article()));
  }
}
