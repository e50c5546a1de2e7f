package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headwater.text.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the lines of data/specs that say which quantities a sentence has. */
class QuantitySpecTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> readsValuesAsSpecified() throws IOException {
    return lines("values.jsonl");
  }

  @TestFactory
  Stream<DynamicTest> readsUnitsAsSpecified() throws IOException {
    return lines("units.jsonl");
  }

  @TestFactory
  Stream<DynamicTest> leavesNonClaimsAsSpecified() throws IOException {
    return lines("nonclaims.jsonl");
  }

  private static Stream<DynamicTest> lines(String file) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(Path.of("data/specs", file))) {
      number++;
      JsonNode spec = JSON.readTree(line);
      String name = file + ":" + number + " " + spec.get("text").asText();
      tests.add(DynamicTest.dynamicTest(name, () -> check(spec)));
    }
    return tests.stream();
  }

  private static void check(JsonNode spec) {
    String text = spec.get("text").asText();
    CodePoints points = CodePoints.of(text);
    QuantityReader.Reading reading = QuantityReader.read(text, points, 0, points.length());
    List<String> expected = new ArrayList<>();
    spec.get("quantities").forEach(q -> expected.add(expected(q)));
    List<String> found = new ArrayList<>();
    reading.quantities().forEach(q -> found.add(found(q, points)));
    assertThat(found).isEqualTo(expected);
    if (spec.has("nonClaims")) {
      List<String> kinds = new ArrayList<>();
      spec.get("nonClaims").forEach(kind -> kinds.add(kind.asText()));
      assertThat(reading.nonClaims()).extracting(NonClaim::kind).isEqualTo(kinds);
    }
  }

  private static String expected(JsonNode q) {
    String value =
        q.has("value")
            ? q.get("value").asText()
            : q.get("low").asText() + ".." + q.get("high").asText();
    return String.join(
        " | ", q.get("surface").asText(), value, q.get("unit").asText(), q.get("bound").asText());
  }

  private static String found(Quantity q, CodePoints points) {
    String low = q.low().stripTrailingZeros().toPlainString();
    String value =
        q.value() != null ? low : low + ".." + q.high().stripTrailingZeros().toPlainString();
    String unit = q.unit() == null ? "-" : q.unit();
    return String.join(" | ", points.slice(q.begin(), q.end()), value, unit, q.bound());
  }
}
