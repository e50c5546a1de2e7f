package dev.headwater.reuse;

import static dev.headwater.reuse.Articles.HARBOUR;
import static dev.headwater.reuse.Articles.HARBOUR_REWRITTEN;
import static dev.headwater.reuse.Articles.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
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

  @Property(tries = 20)
  void isNotChangedByAnUnrelatedArticle(@ForAll @IntRange(max = 9999) int seed) {
    Article unrelated = InventedNews.of(seed, 0, 1, 0).get(0).article();
    List<Article> more = new ArrayList<>(ARTICLES);
    more.add(unrelated);
    List<Passage> passages = PlainReprints.passages(ARTICLES, SETTINGS).passages();
    assertThat(PlainReprints.passages(more, SETTINGS).passages()).isEqualTo(passages);
    assertThat(PlainReprints.clusters(more, passages, SETTINGS))
        .isEqualTo(PlainReprints.clusters(ARTICLES, passages, SETTINGS));
  }
}
