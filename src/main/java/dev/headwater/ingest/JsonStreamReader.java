package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * JSON that is one array of objects, or objects spread over lines: read element by element, so the
 * file need not fit in memory. After a break in the syntax nothing more can be read.
 */
final class JsonStreamReader implements RecordReader {
  private final JsonParser parser;
  private final ReadSettings settings;
  private boolean broken;

  JsonStreamReader(InputStream in, ReadSettings settings) throws IOException {
    this.parser = JsonFields.factory(settings).createParser(in);
    this.settings = settings;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    if (broken) {
      return Optional.empty();
    }
    long line = parser.currentTokenLocation().getLineNr();
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return Optional.empty();
      }
      line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        return Optional.of(
            new Problem(line, "broken_json", "an element that is no object", parser.getText()));
      }
      return Optional.of(
          RawRecord.fromFields(JsonFields.read(parser), settings.columns(), line, List.of()));
    } catch (StreamConstraintsException e) {
      broken = true;
      return Optional.of(new Problem(line, "too_deep", e.getOriginalMessage(), null));
    } catch (JsonProcessingException e) {
      broken = true;
      return Optional.of(
          new Problem(
              line, "broken_json", e.getOriginalMessage() + "; the rest cannot be read", null));
    }
  }
}
