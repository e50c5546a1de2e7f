package dev.headwater.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headwater.claim.Quantity;
import dev.headwater.claim.QuantityReader;
import dev.headwater.claim.UnitNames;
import dev.headwater.text.CodePoints;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the quantities of a file of sentences as JSON Lines for a scorer.
 *
 * <p>Input: a JSON array of objects with {@code text}. Output: a line a sentence, with {@code text}
 * and {@code quantities} of {@code value}, {@code unit}, {@code change}, {@code concepts}.
 */
public final class QuantitiesBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuantitiesBench() {}

  /** Reads sentences from one file and writes predictions to another. */
  public static void run(Path in, Path out) throws IOException {
    JsonNode sentences = JSON.readTree(Files.readString(in));
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (JsonNode sentence : sentences) {
        writer.write(JSON.writeValueAsString(row(sentence.get("text").asText())));
        writer.newLine();
      }
    }
  }

  /** The predictions for one sentence. */
  public static ObjectNode row(String text) {
    ObjectNode row = JSON.createObjectNode();
    row.put("text", text);
    ArrayNode quantities = row.putArray("quantities");
    if (QuantityReader.mayHoldNumber(text)) {
      CodePoints points = CodePoints.of(text);
      for (Quantity quantity : QuantityReader.read(text, points, 0, points.length()).quantities()) {
        add(quantities.addObject(), quantity);
      }
    }
    return row;
  }

  private static void add(ObjectNode node, Quantity quantity) {
    if (quantity.value() != null) {
      node.put("value", quantity.value());
    } else {
      boolean descending = quantity.issues().contains("descending");
      ArrayNode range = node.putArray("value");
      range.add(descending ? quantity.high() : quantity.low());
      range.add(descending ? quantity.low() : quantity.high());
    }
    node.put("unit", UnitNames.english(quantity));
    node.put("change", change(quantity));
    ArrayNode concepts = node.putArray("concepts");
    quantity.concept().forEach(concepts::add);
  }

  /** A vague plural is a range in itself, not one that is hedged. */
  private static String change(Quantity quantity) {
    String change = quantity.change();
    boolean direct =
        change != null
            && !change.endsWith("_to")
            && (quantity.value() != null || change.endsWith("_by"));
    if (!quantity.bound().equals("=") && quantity.hedge() != null) {
      return direct && change.endsWith("_by") && quantity.bound().equals("~")
          ? change.substring(0, change.length() - 3)
          : quantity.bound();
    }
    return direct ? change.replace("_by", "") : "=";
  }

  /** Command line of the bench: SENTENCES.json OUT.jsonl. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args[0]), Path.of(args[1]));
  }
}
