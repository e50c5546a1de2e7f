package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.claim.ClaimReader;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.Passage;
import dev.headwater.reuse.Aligner;
import dev.headwater.reuse.PlainReprints;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.TextIndex;
import dev.headwater.spark.RowCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine gives what the kernels give in a plain loop over the same articles. */
class EngineKernelTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  private final SampleTables tables = SampleTables.whole();

  @Test
  void findsThePassagesOfThePlainLoop() {
    PlainReprints.Found found = PlainReprints.passages(tables.articles(), SETTINGS);
    Map<String, Article> byId = new HashMap<>();
    tables.articles().forEach(article -> byId.put(article.articleId(), article));
    List<Passage> expected = new ArrayList<>(found.passages());
    // The engine also aligns each exact copy with the article that stands for its text.
    found
        .copies()
        .forEach(
            (first, ids) ->
                ids.stream()
                    .filter(id -> !id.equals(first))
                    .forEach(id -> expected.addAll(align(byId.get(first), byId.get(id)))));
    assertThat(expected).isNotEmpty();
    assertThat(tables.passages()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<Passage> align(Article first, Article copy) {
    return Aligner.align(TextIndex.of(first, SETTINGS), TextIndex.of(copy, SETTINGS), SETTINGS);
  }

  @Test
  void readsTheClaimsOfThePlainLoop() {
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    List<Claim> read = new ArrayList<>();
    tables.articles().forEach(article -> read.addAll(ClaimReader.read(article).claims()));
    // Through the codec, as the tables keep ten digits after the point.
    List<Claim> expected =
        codec.dataset(SampleRun.whole().spark(), read).collectAsList().stream()
            .map(codec::record)
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(tables.claims()).containsExactlyInAnyOrderElementsOf(expected);
  }
}
