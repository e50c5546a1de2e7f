package dev.headwater.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.CopyEdge;
import dev.headwater.model.SourceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutletRecordsTest {
  private static final LocalDate DAY = LocalDate.parse("2021-05-03");

  private static ClusterMember stretch(
      String article, int begin, int end, double share, String role, Long lag, String agency) {
    String parent = role.equals("copy") ? "p-" + article : null;
    Double confidence = role.equals("copy") ? 0.75 : null;
    return new ClusterMember(
        "c-" + article + begin,
        article,
        begin,
        end,
        share,
        role,
        false,
        parent,
        confidence,
        List.of(),
        lag,
        agency,
        null,
        2,
        1.0);
  }

  private static ArticleFacts article(String id, int words, OwnStretch... stretches) {
    return new ArticleFacts(
        id, null, words, List.of(stretches), 0, 0, ArticleFacts.ClaimCounts.NONE);
  }

  @Test
  void countsOriginalWireAndCopiedText() {
    ArticleFacts own = article("a1", 300);
    ArticleFacts wire =
        article(
            "a2",
            100,
            new OwnStretch(stretch("a2", 0, 500, 1.0, "copy", 30L, "NorthWire"), "b.example"));
    ArticleFacts half =
        article(
            "a3", 100, new OwnStretch(stretch("a3", 0, 250, 0.5, "copy", 90L, null), "c.example"));
    SourceDay day = SourceDays.of("a.example", DAY, List.of(half, own, wire));
    assertThat(day.articles()).isEqualTo(3);
    assertThat(day.originalShare()).isEqualTo(0.7);
    assertThat(day.originalShareWithoutWire()).isEqualTo(0.875);
    assertThat(day.wireShare()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(day.copiedIn()).isEqualTo(2);
    assertThat(day.copiedInWithoutWire()).isEqualTo(1);
    assertThat(day.medianLag()).isEqualTo(60.0);
    assertThat(day.medianLagWithoutWire()).isEqualTo(90.0);
    assertThat(day.attributedShare()).isNull();
  }

  @Test
  void countsAWordCopiedTwiceOnce() {
    ArticleFacts article =
        article(
            "a1",
            100,
            new OwnStretch(stretch("a1", 0, 100, 0.5, "copy", null, null), "b.example"),
            new OwnStretch(stretch("a1", 50, 150, 0.5, "copy", null, null), "c.example"));
    assertThat(OriginalShare.of("a.example", article)).isEqualTo(0.25);
  }

  @Test
  void doesNotCountCopiesWithinTheOutlet() {
    ArticleFacts article =
        article("a1", 100, new OwnStretch(stretch("a1", 0, 9, 1, "copy", 5L, null), "a.example"));
    SourceDay day = SourceDays.of("a.example", DAY, List.of(article));
    assertThat(day.copiedIn()).isZero();
    assertThat(day.originalShare()).isEqualTo(1);
    assertThat(day.medianLag()).isNull();
  }

  @Test
  void refusesADayWithoutArticles() {
    assertThatThrownBy(() -> SourceDays.of("a.example", DAY, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No articles for the record of a.example on 2021-05-03; leave the day out.");
  }

  @Test
  void sumsUpCopiesByOutletsAndMonth() {
    List<CopyEdge> edges =
        CopyEdges.of(
            List.of(
                copy("a1", "2021-05-03T01:00:00Z", 10L, "NorthWire", true),
                copy("a1", "2021-05-03T01:00:00Z", 20L, null, false),
                copy("a2", "2021-05-30T23:00:00Z", null, null, false),
                copy("a3", "2021-06-01T00:00:00Z", 40L, null, false),
                copy("a4", null, 40L, null, false)));
    assertThat(edges).hasSize(2);
    CopyEdge may = edges.get(0);
    assertThat(may.month()).isEqualTo(LocalDate.parse("2021-05-01"));
    assertThat(may.articles()).isEqualTo(2);
    assertThat(may.passages()).isEqualTo(3);
    assertThat(may.passagesWithoutWire()).isEqualTo(2);
    assertThat(may.medianLag()).isEqualTo(15.0);
    assertThat(may.medianLagWithoutWire()).isEqualTo(20.0);
    assertThat(may.creditedShare()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(may.directionConfidence()).isEqualTo(0.75);
  }

  private static OutletCopy copy(
      String article, String at, Long lag, String agency, boolean credited) {
    return new OutletCopy(
        stretch(article, lag == null ? 0 : lag.intValue(), 900, .5, "copy", lag, agency),
        "b.example",
        "a.example",
        at == null ? null : Instant.parse(at),
        credited);
  }

  @Property(tries = 200)
  void equalsAPlainRecount(@ForAll long seed) {
    Random random = new Random(seed);
    List<ArticleFacts> articles = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(12); i++) {
      articles.add(random(random, "a" + i));
    }
    SourceDay day = SourceDays.of("a.example", DAY, articles);
    Collections.shuffle(articles, random);
    assertThat(SourceDays.of("a.example", DAY, articles)).isEqualTo(day);
    recount(articles, day);
  }

  private static ArticleFacts random(Random random, String id) {
    List<OwnStretch> stretches = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      boolean copied = random.nextBoolean();
      Long lag = copied && random.nextBoolean() ? (long) random.nextInt(500) : null;
      String agency = random.nextInt(3) == 0 ? "NorthWire" : null;
      ClusterMember member =
          stretch(id, 0, 100, random.nextInt(5) / 4.0, copied ? "copy" : "original", lag, agency);
      stretches.add(new OwnStretch(member, copied ? "b.example" : null));
    }
    int claims = random.nextInt(6);
    return new ArticleFacts(
        id,
        random.nextInt(4) == 0 ? "NorthWire" : null,
        1 + random.nextInt(400),
        stretches,
        random.nextInt(4),
        0,
        new ArticleFacts.ClaimCounts(
            claims, claims / 2, claims / 3, 0, 1, claims, claims / 2, List.of()));
  }

  /** The same figures by another way: arrays and counters, no kernel code. */
  private static void recount(List<ArticleFacts> articles, SourceDay day) {
    double own = 0;
    double words = 0;
    int wire = 0;
    int copied = 0;
    int claims = 0;
    int attributed = 0;
    long[] lags = new long[articles.size()];
    int lagged = 0;
    for (ArticleFacts article : articles) {
      OwnStretch only = article.stretches().isEmpty() ? null : article.stretches().get(0);
      boolean copy = only != null && only.parentSource() != null;
      words += article.words();
      own += article.words() * (copy ? 1 - only.stretch().share() : 1);
      wire += (only == null ? article.agency() : only.stretch().agency()) == null ? 0 : 1;
      copied += copy ? 1 : 0;
      claims += article.claims().all();
      attributed += article.claims().attributed();
      if (copy && only.stretch().lagMinutes() != null) {
        lags[lagged++] = only.stretch().lagMinutes();
      }
    }
    long[] sorted = Arrays.copyOf(lags, lagged);
    Arrays.sort(sorted);
    Double median = lagged == 0 ? null : (sorted[(lagged - 1) / 2] + sorted[lagged / 2]) / 2.0;
    assertThat(day.originalShare()).isCloseTo(own / words, within(1e-9));
    assertThat(day.wireShare()).isEqualTo(wire / (double) articles.size());
    assertThat(day.copiedIn()).isEqualTo(copied);
    assertThat(day.claims()).isEqualTo(claims);
    assertThat(day.attributedShare())
        .isEqualTo(claims == 0 ? null : (Double) (attributed / (double) claims));
    assertThat(day.medianLag()).isEqualTo(median);
  }
}
