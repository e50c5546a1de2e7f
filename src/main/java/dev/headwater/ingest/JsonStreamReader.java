package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON that is one array of objects, or objects spread over lines: read element by element, so the
 * file need not fit in memory. The position is the element's number, from 1: several may stand on
 * one line. After a break in the syntax nothing more can be read, so it is a problem of the file.
 */
final class JsonStreamReader implements RecordReader {
  private final JsonParser parser;
  private final ReadSettings settings;
  private boolean broken;
  private long number;
  private long read;

  JsonStreamReader(InputStream in, ReadSettings settings) throws IOException {
    this.parser = JsonFields.factory(settings).createParser(in);
    this.settings = settings;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    if (broken) {
      return Optional.empty();
    }
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return Optional.empty();
      }
      number++;
      if (token != JsonToken.START_OBJECT) {
        read++;
        return Optional.of(
            new Problem(number, "broken_json", "an element that is no object", parser.getText()));
      }
      Map<String, String> fields = JsonFields.read(parser);
      read++;
      return Optional.of(RawRecord.fromFields(fields, settings.columns(), number, List.of()));
    } catch (StreamConstraintsException e) {
      return broken("too_deep", e);
    } catch (JsonProcessingException e) {
      return broken("broken_json", e);
    }
  }

  private Optional<ReadResult> broken(String reason, JsonProcessingException cause) {
    broken = true;
    String where = " in line " + parser.currentLocation().getLineNr();
    String rest = "; the rest cannot be read; " + read + " elements were read before";
    return Optional.of(Problem.ofFile(reason, cause.getOriginalMessage() + where + rest));
  }
}
