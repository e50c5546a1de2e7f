package dev.headwater.ingest;

import java.util.Locale;
import java.util.Optional;

/** The fields of a record that a column of the input can give. */
public enum Field {
  ID,
  URL,
  SOURCE,
  TITLE,
  BYLINE,
  DATE,
  DATELINE,
  LANG,
  TEXT,
  HTML;

  /** The name of the field in options and resources. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> ofKey(String key) {
    for (Field field : values()) {
      if (field.key().equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
