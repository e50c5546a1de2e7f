package dev.headwater.ingest;

import java.io.IOException;

/** A record that spans more lines than memory allows; reading cannot go on behind it. */
final class RecordTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  RecordTooLarge(long line, int limit) {
    super(
        "a record that reaches to line "
            + line
            + " holds more than "
            + limit
            + " bytes, perhaps a quote that is never closed");
  }
}
