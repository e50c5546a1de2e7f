package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.PlantedCopies.Plant;
import dev.headwater.bench.PlantedCopies.Way;
import dev.headwater.reuse.ReuseSettings;
import org.junit.jupiter.api.Test;

class PlantedCopiesTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  @Test
  void findsAStoryThatFarMoreOutletsPrintThanAnNgramMayStandIn() {
    Plant plant = new Plant(80, 0.05, 3 * SETTINGS.maxOccurrence(), Way.SAME_DAY);
    assertThat(PlantedCopies.found(plant, SETTINGS)).isEqualTo(1.0);
    Plant brief = new Plant(40, 0.05, 3 * SETTINGS.maxOccurrence(), Way.SAME_DAY);
    assertThat(PlantedCopies.found(brief, SETTINGS)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsAPassageOfWhichEveryFifthWordWasChanged() {
    assertThat(PlantedCopies.found(new Plant(80, 0.2, 2, Way.SAME_DAY), SETTINGS))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void findsNoPassageBelowTheLeastWords() {
    assertThat(PlantedCopies.found(new Plant(10, 0, 2, Way.SAME_DAY), SETTINGS)).isZero();
  }

  @Test
  void asksForMoreOfArticlesFarApartInTime() {
    assertThat(PlantedCopies.found(new Plant(20, 0, 2, Way.SAME_DAY), SETTINGS)).isEqualTo(1.0);
    assertThat(PlantedCopies.found(new Plant(20, 0, 2, Way.YEAR_APART), SETTINGS))
        .isBetween(0.3, 0.9);
    assertThat(PlantedCopies.found(new Plant(80, 0, 2, Way.YEAR_APART), SETTINGS)).isEqualTo(1.0);
  }

  @Test
  void findsStoriesInTwoScans() {
    // Without less being asked of them .91 and .72.
    assertThat(PlantedCopies.found(new Plant(30, 0.1, 2, Way.SCANNED), SETTINGS))
        .isGreaterThanOrEqualTo(0.94);
    assertThat(PlantedCopies.found(new Plant(60, 0.2, 2, Way.SCANNED), SETTINGS))
        .isGreaterThanOrEqualTo(0.8);
  }
}
