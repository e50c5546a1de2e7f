package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.bench.Told;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.TestArticle;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number that its neighbours' family refuses stays a family of its own when it is made again. */
class LoneNumberTest {
  private static final Claim FIRST = claim("Velda", "a1", "2021-05-01T00:00:00Z", "6400");
  private static final Claim COPY = claim("Velda", "a2", "2021-05-02T00:00:00Z", "6400");
  private static final Claim LONE =
      claim("Some weeks later Velda", "a2", "2021-05-02T00:00:00Z", "9100");

  @TempDir Path folder;

  @Test
  void isNotLostWhenItAloneIsMadeAgain() {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "lone");
    run.append(
        Tables.ARTICLES,
        RowCodec.of(Article.class)
            .dataset(
                spark,
                Stream.of(FIRST, COPY)
                    .map(c -> TestArticle.of(c.articleId(), "Crates.").at(c.publishedAt()))
                    .map(TestArticle::article)
                    .toList()));
    List<Claim> claims = List.of(FIRST, COPY, LONE);
    run.append(Tables.CLAIMS, RowCodec.of(Claim.class).dataset(spark, claims));
    run.append(
        Tables.CLAIM_LINKS,
        RowCodec.of(ClaimLink.class)
            .dataset(spark, List.of(link(COPY, "same"), link(LONE, "drifted"))));
    remake(run, claims);
    List<String> families = families(run);
    assertThat(families).containsExactly("1 [" + LONE.claimId() + "]", "2 " + sorted(FIRST, COPY));

    remake(run, List.of(LONE));

    assertThat(families(run)).isEqualTo(families);
    assertThat(run.read(Tables.TRACES).count()).isEqualTo(3);
  }

  private static void remake(Run run, List<Claim> claims) {
    new TracesStage()
        .remake(
            run,
            run.read(Tables.ARTICLES).limit(0),
            run.read(Tables.CLAIMS)
                .select("claim_id")
                .where(
                    functions.col("claim_id").isin(claims.stream().map(Claim::claimId).toArray())));
  }

  /** The claims of each family in `traces`, checked against the number in `trace_summary`. */
  private static List<String> families(Run run) {
    return run
        .read(Tables.TRACES)
        .groupBy("trace_id")
        .agg(functions.sort_array(functions.collect_list("claim_id")).cast("string").alias("ids"))
        .join(run.read(Tables.TRACE_SUMMARY), "trace_id")
        .collectAsList()
        .stream()
        .map(row -> row.getAs("claims") + " " + row.getAs("ids"))
        .sorted()
        .toList();
  }

  private static List<String> sorted(Claim... claims) {
    return Stream.of(claims).map(Claim::claimId).sorted().toList();
  }

  private static ClaimLink link(Claim to, String relation) {
    List<String> drift = relation.equals("drifted") ? List.of("value") : List.of();
    return new ClaimLink(FIRST.claimId(), to.claimId(), "passage", "test", relation, drift, null);
  }

  private static Claim claim(String who, String article, String date, String value) {
    return Told.that(who + " sent [" + value + " crates] north.")
        .in(article, article + ".example")
        .at(date)
        .counting("crate")
        .value(value)
        .claim();
  }
}
