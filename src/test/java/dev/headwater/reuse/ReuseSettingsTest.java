package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReuseSettingsTest {

  @Test
  void holdsTheDefaults() {
    assertThat(ReuseSettings.DEFAULTS)
        .isEqualTo(
            new ReuseSettings(
                5, 2, 32, 100, 1, 5, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 5000, 3000));
  }

  @Test
  void refusesValuesThatCannotWork() {
    assertThatThrownBy(
            () ->
                new ReuseSettings(
                    1, 2, 32, 100, 1, 2, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 5000, 3000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ngram is 1; give 2 or more");
    assertThatThrownBy(
            () ->
                new ReuseSettings(
                    5, 2, 32, 100, 1, 2, 180, 20, 50, 300, 15, 1.4, 30, 30, 0.1, 5000, 3000))
        .hasMessage("min-identity is 1.4; give a share from 0 to 1");
  }
}
