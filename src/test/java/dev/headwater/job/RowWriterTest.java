package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowWriterTest {
  @Test
  void aTableShowsThreeDecimalsOfAShareAndThreeDigitsOfASmallOne() {
    assertThat(RowWriter.shortened("0.21264756942072247")).isEqualTo("0.213");
    assertThat(RowWriter.shortened("0.00012345678")).isEqualTo("0.000123");
    assertThat(RowWriter.shortened("1234567.891234")).isEqualTo("1234567.891");
    assertThat(RowWriter.shortened("-17.999999999")).isEqualTo("-18");
  }

  @Test
  void aTableShowsWhatIsShortOrNoPlainNumberAsItIs() {
    assertThat(RowWriter.shortened("1.0")).isEqualTo("1.0");
    assertThat(RowWriter.shortened("0.8462")).isEqualTo("0.8462");
    assertThat(RowWriter.shortened("")).isEmpty();
    assertThat(RowWriter.shortened("1.2345678E-10")).isEqualTo("1.2345678E-10");
    assertThat(RowWriter.shortened("-Infinity")).isEqualTo("-Infinity");
  }
}
