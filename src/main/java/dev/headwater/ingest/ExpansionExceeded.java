package dev.headwater.ingest;

import java.io.IOException;

/** Compressed input that grows beyond what news can. */
final class ExpansionExceeded extends IOException {
  private static final long serialVersionUID = 1L;

  ExpansionExceeded(long expanded, long compressed, int limit) {
    super(
        compressed
            + " compressed bytes became "
            + expanded
            + ", more than "
            + limit
            + " times as many");
  }
}
