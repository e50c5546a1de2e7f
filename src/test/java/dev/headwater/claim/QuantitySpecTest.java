package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headwater.text.CodePoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the lines of data/specs that say which quantities a sentence has. */
class QuantitySpecTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SPEC_FIELDS =
      Set.of("text", "lang", "quantities", "nonClaims", "note");
  private static final Set<String> QUANTITY_FIELDS =
      Set.of(
          "surface",
          "value",
          "low",
          "high",
          "unit",
          "bound",
          "kind",
          "base",
          "base_unit",
          "change",
          "per",
          "scope",
          "place",
          "condition",
          "concept",
          "agent",
          "predicate",
          "hedge",
          "issues",
          "noun",
          "conversion_of");

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

  @TestFactory
  Stream<DynamicTest> readsFramesAsSpecified() throws IOException {
    return lines("frames.jsonl");
  }

  @TestFactory
  Stream<DynamicTest> readsGermanAsSpecified() throws IOException {
    return lines("german.jsonl");
  }

  @Test
  void holdsNoFieldThatIsNotChecked() throws IOException {
    for (String file :
        List.of("values.jsonl", "units.jsonl", "nonclaims.jsonl", "frames.jsonl", "german.jsonl")) {
      for (String line : Files.readAllLines(Path.of("data/specs", file))) {
        JsonNode spec = JSON.readTree(line);
        assertThat(SPEC_FIELDS).as(line).containsAll((Iterable<String>) spec::fieldNames);
        for (JsonNode quantity : spec.get("quantities")) {
          assertThat(QUANTITY_FIELDS).as(line).containsAll((Iterable<String>) quantity::fieldNames);
        }
      }
    }
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
    String lang = spec.path("lang").asText("en");
    SentenceReader reader = Language.of(lang).orElseThrow().reader();
    QuantityReader.Reading reading = reader.read(text, points, 0, points.length());
    List<String> expected = new ArrayList<>();
    spec.get("quantities").forEach(q -> expected.add(expected(q)));
    List<String> found = new ArrayList<>();
    reading.quantities().forEach(q -> found.add(found(q, points)));
    assertThat(found).isEqualTo(expected);
    for (int i = 0; i < found.size(); i++) {
      checkRest(reading.quantities().get(i), spec.get("quantities").get(i));
    }
    if (spec.has("nonClaims")) {
      List<String> kinds = new ArrayList<>();
      spec.get("nonClaims").forEach(kind -> kinds.add(kind.asText()));
      assertThat(reading.nonClaims()).extracting(NonClaim::kind).isEqualTo(kinds);
    }
  }

  /** The fields that only some lines give. */
  private static void checkRest(Quantity q, JsonNode spec) {
    Map<String, String> read = new HashMap<>();
    read.put("kind", q.unitKind());
    read.put("base_unit", q.baseUnit());
    read.put("base", q.baseLow() == null ? null : q.baseLow().stripTrailingZeros().toPlainString());
    read.put("change", q.change());
    read.put("per", q.per());
    read.put("scope", q.scope());
    read.put("place", q.place());
    read.put("condition", q.condition());
    read.put("agent", q.agent());
    read.put("predicate", q.predicate());
    read.put("hedge", q.hedge());
    read.put("noun", q.countedNoun());
    read.put("conversion_of", q.conversionOf() < 0 ? null : String.valueOf(q.conversionOf()));
    read.forEach(
        (field, value) -> {
          if (spec.has(field)) {
            String expected = spec.get(field).isNull() ? null : spec.get(field).asText();
            assertThat(value).as(field).isEqualTo(expected);
          }
        });
    if (spec.has("concept")) {
      assertThat(q.concept()).isEqualTo(strings(spec.get("concept")));
    }
    if (spec.has("issues")) {
      assertThat(q.issues()).containsExactlyInAnyOrderElementsOf(strings(spec.get("issues")));
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
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
