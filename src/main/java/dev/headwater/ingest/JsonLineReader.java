package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** JSON Lines: one object a line; a line that breaks is a problem and the next one is read. */
final class JsonLineReader implements RecordReader {
  private final ByteLines lines;
  private final ReadSettings settings;
  private final JsonFactory factory;

  JsonLineReader(InputStream in, ReadSettings settings) {
    this.lines = new ByteLines(in, settings.maxRecordBytes());
    this.settings = settings;
    this.factory = JsonFields.factory(settings);
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    while (true) {
      Optional<ByteLines.Line> line = lines.next();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().isCut()) {
        return Optional.of(
            new Problem(
                line.get().number(),
                "too_large",
                "a line of " + line.get().length() + " bytes; " + limit(),
                Decoded.of(line.get().bytes()).text()));
      }
      Decoded decoded = Decoded.of(line.get().bytes());
      String text = decoded.text().replaceFirst("^\uFEFF", "");
      if (!text.isBlank()) {
        return Optional.of(record(line.get().number(), text, decoded));
      }
    }
  }

  private ReadResult record(long number, String text, Decoded decoded) throws IOException {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Problem(number, "broken_json", "the line is no JSON object", text);
      }
      Map<String, String> fields = JsonFields.read(parser);
      if (parser.nextToken() != null) {
        return new Problem(number, "broken_json", "more text after the object", text);
      }
      return RawRecord.fromFields(fields, settings.columns(), number, decoded.issues());
    } catch (StreamConstraintsException e) {
      return new Problem(number, "too_deep", e.getOriginalMessage(), text);
    } catch (JsonProcessingException e) {
      return new Problem(number, "broken_json", e.getOriginalMessage(), text);
    }
  }

  private String limit() {
    return "the limit is " + settings.maxRecordBytes();
  }
}
