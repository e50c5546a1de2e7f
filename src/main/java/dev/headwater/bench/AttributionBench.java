package dev.headwater.bench;

import dev.headwater.claim.Context;
import dev.headwater.claim.ContextReader;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes who is named as the source of every number in a folder of plain-text articles, one JSON
 * line a number: doc, start, end (code points) and attributed_to, outermost reporter first.
 */
public final class AttributionBench {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d+|(?i)\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
              + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
              + "|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?"
              + "|trillions?)\\b");

  private AttributionBench() {}

  /** Reads every {@code *.txt} of a folder and writes the lines. */
  public static void run(Path folder, Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    try (PrintWriter writer = new PrintWriter(out.toFile(), StandardCharsets.UTF_8)) {
      for (Path file : files) {
        String text = Files.readString(file);
        for (String line : lines(file.getFileName().toString(), text)) {
          writer.println(line);
        }
      }
    }
  }

  private static List<String> lines(String doc, String text) {
    CodePoints points = CodePoints.of(text);
    List<TextSpan> sentences = Sentences.of(text, points);
    ContextReader reader = ContextReader.of(text, points, sentences, null);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      TextSpan span = sentences.get(i);
      Matcher number = NUMBER.matcher(text);
      number.region(points.toUnit(span.begin()), points.toUnit(span.end()));
      while (number.find()) {
        int begin = points.fromUnit(number.start());
        int end = points.fromUnit(number.end());
        lines.add(line(doc, begin, end, reader.at(i, begin, end)));
      }
    }
    return lines;
  }

  private static String line(String doc, int begin, int end, Context context) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < context.attributedTo().size(); i++) {
      String name = context.attributedTo().get(i);
      String mention = context.mentions().get(i);
      names.add(quoted(name.equals(mention) ? name : name + " (" + mention + ")"));
    }
    return "{\"doc\": %s, \"start\": %d, \"end\": %d, \"attributed_to\": [%s]}"
        .formatted(quoted(doc), begin, end, String.join(", ", names));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
