package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerLawTest {
  @Test
  void findsTheExponentOfACostThatGrowsAsAPower() {
    PowerLaw law =
        PowerLaw.of(
            List.of(
                new PowerLaw.Point(10, 3 * Math.pow(10, 1.5)),
                new PowerLaw.Point(20, 3 * Math.pow(20, 1.5)),
                new PowerLaw.Point(80, 3 * Math.pow(80, 1.5))));
    assertThat(law.exponent()).isCloseTo(1.5, within(1e-9));
    assertThat(law.factor()).isCloseTo(3, within(1e-9));
  }

  @Test
  void hasNoExponentForASingleSize() {
    assertThat(PowerLaw.of(List.of(new PowerLaw.Point(10, 3))).exponent()).isNaN();
  }
}
