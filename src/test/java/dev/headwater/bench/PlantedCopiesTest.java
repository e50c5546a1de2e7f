package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.PlantedCopies.Plant;
import dev.headwater.reuse.ReuseSettings;
import org.junit.jupiter.api.Test;

class PlantedCopiesTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  @Test
  void findsAStoryThatFarMoreOutletsPrintThanAnNgramMayStandIn() {
    Plant plant = new Plant(80, 0.05, 3 * SETTINGS.maxOccurrence(), false);
    assertThat(PlantedCopies.found(plant, SETTINGS)).isEqualTo(1.0);
    Plant brief = new Plant(40, 0.05, 3 * SETTINGS.maxOccurrence(), false);
    assertThat(PlantedCopies.found(brief, SETTINGS)).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void findsAPassageOfWhichEveryFifthWordWasChanged() {
    assertThat(PlantedCopies.found(new Plant(80, 0.2, 2, false), SETTINGS))
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void findsNoPassageBelowTheLeastWords() {
    assertThat(PlantedCopies.found(new Plant(10, 0, 2, false), SETTINGS)).isZero();
  }

  @Test
  void asksForMoreOfArticlesFarApartInTime() {
    assertThat(PlantedCopies.found(new Plant(20, 0, 2, false), SETTINGS)).isEqualTo(1.0);
    assertThat(PlantedCopies.found(new Plant(20, 0, 2, true), SETTINGS)).isBetween(0.3, 0.9);
    assertThat(PlantedCopies.found(new Plant(80, 0, 2, true), SETTINGS)).isEqualTo(1.0);
  }
}
