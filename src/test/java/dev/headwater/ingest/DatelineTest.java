package dev.headwater.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
  @ParameterizedTest
  @CsvSource({
    "HALDEN (AP) — The ferry ran aground., HALDEN, AP",
    "HALDEN (Northpress) — The ferry ran aground., HALDEN, Northpress",
    "LONDON (Ontario) - The ferry ran aground., LONDON,",
    "LONDON (Canada) - The ferry ran aground., LONDON,",
    "'PARIS, March 3 (Reuters) - The ferry ran aground.', 'PARIS, March 3', Reuters",
    "HALDEN — The ferry ran aground., HALDEN,"
  })
  void tellsThePlaceFromTheAgency(String paragraph, String place, String agency) {
    assertThat(Dateline.read(paragraph)).contains(new Dateline(place, agency));
  }

  @ParameterizedTest
  @CsvSource({"The ferry (a new one) - it ran aground.", "Mira Holt said so."})
  void proseHasNone(String paragraph) {
    assertThat(Dateline.read(paragraph)).isEmpty();
  }
}
