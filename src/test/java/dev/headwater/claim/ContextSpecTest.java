package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test for each line of the specifications of attribution, modality, polarity and time. */
class ContextSpecTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> namesSourcesAsSpecified() throws IOException {
    return tests("attribution");
  }

  @TestFactory
  Stream<DynamicTest> readsModalityAndTimeAsSpecified() throws IOException {
    return tests("modality");
  }

  private static Stream<DynamicTest> tests(String name) throws IOException {
    return Files.readAllLines(Path.of("data/specs/" + name + ".jsonl")).stream()
        .map(ContextSpecTest::node)
        .map(spec -> DynamicTest.dynamicTest(spec.get("text").asText(), () -> check(spec)));
  }

  private static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a line of JSON: " + line, e);
    }
  }

  private static void check(JsonNode spec) {
    Context context = context(spec);
    if (spec.has("attributed_to")) {
      assertThat(context.attributedTo()).isEqualTo(strings(spec.get("attributed_to")));
      assertThat(context.mentions()).hasSameSizeAs(context.attributedTo());
    }
    if (spec.has("modality")) {
      assertThat(context.modality()).isEqualTo(spec.get("modality").asText());
    }
    if (spec.has("polarity")) {
      assertThat(context.polarity()).isEqualTo(spec.get("polarity").asText());
    }
    if (spec.has("hedges")) {
      assertThat(context.hedges()).isEqualTo(strings(spec.get("hedges")));
    }
    if (spec.has("in_quote")) {
      assertThat(context.inQuote()).isEqualTo(spec.get("in_quote").asBoolean());
    }
    if (spec.has("time_said")) {
      assertThat(context.timeSaid()).isEqualTo(spec.get("time_said").textValue());
    }
    if (spec.has("time_begin")) {
      assertThat(context.timeBegin()).isEqualTo(instant(spec.get("time_begin")));
    }
    if (spec.has("time_end")) {
      assertThat(context.timeEnd()).isEqualTo(instant(spec.get("time_end")));
    }
  }

  private static Context context(JsonNode spec) {
    String text = spec.get("text").asText();
    String number = spec.get("number").asText();
    CodePoints points = CodePoints.of(text);
    List<TextSpan> sentences = Sentences.of(text, points);
    int begin = points.fromUnit(text.indexOf(number));
    int end = begin + number.codePointCount(0, number.length());
    int sentence = 0;
    while (sentences.get(sentence).end() <= begin) {
      sentence++;
    }
    return ContextReader.of(text, points, sentences, instant(spec.get("published_at")))
        .at(sentence, begin, end);
  }

  private static Instant instant(JsonNode day) {
    return day == null || day.isNull()
        ? null
        : LocalDate.parse(day.asText()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
