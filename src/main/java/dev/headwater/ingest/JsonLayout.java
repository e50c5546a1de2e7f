package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Tells JSON Lines from one document (an array, or objects spread over lines) by the first bytes of
 * a file. Cost is linear in these.
 */
final class JsonLayout {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLayout() {}

  /** Whether the first object is an array's or goes on behind its first line. */
  static boolean isOneDocument(byte[] beginning) {
    String text = Decoded.of(beginning).text().replaceFirst("^\uFEFF", "").strip();
    if (text.startsWith("[")) {
      return true;
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return goesOn(parser, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean goesOn(JsonParser parser, String text) throws IOException {
    int depth = 0;
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 0) {
          break;
        }
      }
      return parser.currentLocation().getLineNr() > 1;
    } catch (JsonEOFException e) {
      // The file goes on behind the bytes at hand.
      return parser.currentLocation().getLineNr() > 1;
    } catch (JsonProcessingException e) {
      // A line that opens an object where none may stand is the next of JSON Lines.
      int line = parser.currentLocation().getLineNr();
      String[] lines = text.split("\n", line + 1);
      return line > 1 && !(line <= lines.length && lines[line - 1].stripLeading().startsWith("{"));
    }
  }
}
