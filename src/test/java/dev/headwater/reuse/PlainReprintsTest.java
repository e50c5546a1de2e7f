package dev.headwater.reuse;

import static dev.headwater.reuse.Articles.HARBOUR;
import static dev.headwater.reuse.Articles.HARBOUR_REWRITTEN;
import static dev.headwater.reuse.Articles.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainReprintsTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  private static final List<Article> ARTICLES =
      List.of(
          Articles.of("01", HARBOUR),
          Articles.of("02", HARBOUR + " The ferry company declined to comment on the plan."),
          Articles.of("03", HARBOUR_REWRITTEN),
          Articles.of("04", ORCHARD),
          Articles.of("05", ORCHARD.substring(0, ORCHARD.indexOf("Some families"))),
          Articles.of("06", HARBOUR.replace(" ", "  ")));

  @Test
  void collapsesExactCopies() {
    PlainReprints.Found found = PlainReprints.passages(ARTICLES, SETTINGS);
    assertThat(found.copies()).containsOnlyKeys("01");
    assertThat(found.copies().get("01")).containsExactly("01", "06");
    assertThat(found.passages()).noneMatch(p -> p.rightId().equals("06"));
  }

  @Test
  void putsEachStoryInItsOwnCluster() {
    List<PlainReprints.Member> members =
        PlainReprints.clusters(
            ARTICLES, PlainReprints.passages(ARTICLES, SETTINGS).passages(), SETTINGS);
    assertThat(members)
        .extracting(m -> m.cluster() + ":" + m.articleId())
        .containsExactly("0:01", "0:02", "0:03", "1:04", "1:05");
  }

  @Property(tries = 20)
  void doesNotDependOnTheOrderOfInput(@ForAll @IntRange(max = 999) int seed) {
    List<Article> shuffled = new ArrayList<>(ARTICLES);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(PlainReprints.passages(shuffled, SETTINGS))
        .isEqualTo(PlainReprints.passages(ARTICLES, SETTINGS));
  }

  @Test
  void isNotChangedByAnUnrelatedArticle() {
    List<Article> more = new ArrayList<>(ARTICLES);
    more.add(
        Articles.of(
            "00",
            "A choir of retired miners from Dunsop sang under the viaduct on Sunday although rain"
                + " had turned the meadow behind the chapel into a shallow lake."));
    assertThat(PlainReprints.passages(more, SETTINGS).passages())
        .isEqualTo(PlainReprints.passages(ARTICLES, SETTINGS).passages());
  }
}
