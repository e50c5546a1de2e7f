package dev.headwater.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headwater.claim.ClaimReader;
import dev.headwater.claim.UnitNames;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes claims as JSON Lines for scorers: doc, start, end, value or low and high, unit_norm,
 * bound, per, modality, polarity, attributed_to and, where traces are known, claim_key.
 *
 * <p>Units are written out in English; a source that is named by another word where it speaks, such
 * as "he", has that word behind its name in brackets.
 */
public final class ClaimLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClaimLines() {}

  /** Reads the texts of a folder in a plain loop and writes their claims, without traces. */
  public static void ofFolder(Path folder, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (Path file : files) {
        for (Article article : articles(file)) {
          for (Claim claim : ClaimReader.read(article).claims()) {
            writer.write(line(file.getFileName().toString(), claim, null));
            writer.newLine();
          }
        }
      }
    }
  }

  private static List<Article> articles(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PlainArticles.read(in, file.toString());
    }
  }

  /** One claim as a line; the trace may be null. */
  public static String line(String doc, Claim claim, String trace) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("doc", doc);
    line.put("start", claim.begin());
    line.put("end", claim.end());
    line.put("quote", claim.surface());
    if (claim.value() != null) {
      line.put("value", claim.value());
    } else {
      line.put("low", claim.valueLow());
      line.put("high", claim.valueHigh());
    }
    String unit = claim.unitKind().equals("count") ? claim.countedNoun() : claim.unit();
    line.put("unit_norm", UnitNames.english(unit, claim.unitKind(), null));
    line.put("bound", claim.bound());
    line.put("per", claim.per());
    line.put("modality", claim.modality());
    line.put("polarity", claim.polarity());
    ArrayNode chain = line.putArray("attributed_to");
    for (int i = 0; i < claim.attributedTo().size(); i++) {
      String name = claim.attributedTo().get(i);
      String as = i < claim.attributedAs().size() ? claim.attributedAs().get(i) : name;
      chain.add(name.equals(as) ? name : name + " (" + as + ")");
    }
    if (trace != null) {
      line.put("claim_key", trace);
    }
    return JSON.writeValueAsString(line);
  }
}
