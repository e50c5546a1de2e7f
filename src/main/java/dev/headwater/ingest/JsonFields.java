package dev.headwater.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flattens a JSON object (RFC 8259) into named fields: {@code source.name} for an object within, a
 * comma list for an array. Depth is bounded by the factory, so recursion is too.
 */
final class JsonFields {
  /** The list in which JSON-LD keeps the objects of a page; their fields count as the page's. */
  private static final String GRAPH = "@graph";

  private JsonFields() {}

  static JsonFactory factory(ReadSettings settings) {
    return JsonFactory.builder()
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(settings.maxDepth())
                .maxStringLength(settings.maxRecordBytes())
                .build())
        .build();
  }

  /** Reads the object whose opening brace the parser stands on. */
  static Map<String, String> read(JsonParser parser) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    object(parser, "", fields);
    return fields;
  }

  private static void object(JsonParser parser, String prefix, Map<String, String> fields)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(parser, name + ".", fields);
      } else if (token == JsonToken.START_ARRAY) {
        List<String> items = new ArrayList<>();
        array(parser, items, name.equals(GRAPH) ? fields : new LinkedHashMap<>());
        fields.put(name, String.join(", ", items));
      } else if (token != JsonToken.VALUE_NULL) {
        fields.put(name, parser.getText());
      }
    }
  }

  /** Reads a list's items as text, and the fields of objects in it into a map of their own. */
  private static void array(JsonParser parser, List<String> items, Map<String, String> fields)
      throws IOException {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        Map<String, String> inner = new LinkedHashMap<>();
        object(parser, "", inner);
        // Lists of people and places are often objects; their name is what a reader would see.
        if (inner.containsKey("name")) {
          items.add(inner.get("name"));
        }
        inner.forEach(fields::putIfAbsent);
      } else if (token == JsonToken.START_ARRAY) {
        array(parser, items, fields);
      } else if (token != JsonToken.VALUE_NULL) {
        items.add(parser.getText());
      }
    }
  }
}
