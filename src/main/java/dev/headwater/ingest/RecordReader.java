package dev.headwater.ingest;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of one open file, one after the other, in bounded memory. */
interface RecordReader {
  /**
   * The next record or problem; empty at the end.
   *
   * @throws IOException when the stream breaks; nothing more can be read then
   */
  Optional<ReadResult> next() throws IOException;
}
