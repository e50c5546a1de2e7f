package dev.headwater.ingest;

import com.github.luben.zstd.ZstdIOException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.io.input.ReaderInputStream;
import org.netpreserve.jwarc.ParsingException;

/**
 * Reads one file of articles from an open stream, whatever its format and compression.
 *
 * <p>Records come one at a time, in the order of the file; memory is bounded by the longest record.
 * Nothing that a file holds makes reading fail: what cannot be used comes as a {@link Problem}.
 */
public final class ArticleFiles {
  private static final int PEEKED = 1 << 13;

  private ArticleFiles() {}

  /**
   * The records and problems of a file. The caller closes the stream when the iterator is empty.
   *
   * @param path where the stream comes from: its name tells the format and names the article of a
   *     plain text file
   */
  public static Iterator<ReadResult> read(InputStream raw, String path, ReadSettings settings) {
    return new Results(raw, path, settings);
  }

  private static RecordReader open(InputStream raw, String path, ReadSettings settings)
      throws IOException {
    BufferedInputStream in = Decompressed.open(raw, settings);
    byte[] beginning = Decompressed.peek(in, PEEKED);
    if (beginning.length == 0) {
      return single(Problem.ofFile("empty_file", "the file has no content"));
    }
    Optional<FileFormat> format = FileFormat.of(path, beginning);
    if (format.isEmpty() || format.get() == FileFormat.PARQUET) {
      return single(Problem.ofFile("unknown_format", FileFormat.describe(beginning)));
    }
    switch (format.get()) {
      case JSON:
        InputStream utf8 = inUtf8(in, beginning);
        return JsonLayout.isOneDocument(beginning)
            ? new JsonStreamReader(utf8, settings)
            : new JsonLineReader(utf8, settings);
      case TABLE:
        return new TableReader(inUtf8(in, beginning), beginning, path, settings);
      case WARC:
        return new WarcPageReader(in, settings);
      default:
        return new WholeFileReader(in, path, format.get(), settings);
    }
  }

  private static InputStream inUtf8(InputStream in, byte[] beginning) throws IOException {
    if (!Decoded.isUtf16(beginning, beginning.length)) {
      return in;
    }
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(in, StandardCharsets.UTF_16))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  private static RecordReader single(Problem problem) {
    Iterator<ReadResult> once = List.<ReadResult>of(problem).iterator();
    return () -> once.hasNext() ? Optional.of(once.next()) : Optional.empty();
  }

  private static final class Results implements Iterator<ReadResult> {
    private final InputStream raw;
    private final String path;
    private final ReadSettings settings;
    private RecordReader reader;
    private Optional<ReadResult> upcoming = Optional.empty();
    private boolean finished;
    private long read;

    Results(InputStream raw, String path, ReadSettings settings) {
      this.raw = raw;
      this.path = path;
      this.settings = settings;
    }

    @Override
    public boolean hasNext() {
      if (upcoming.isEmpty() && !finished) {
        upcoming = advance();
        finished |= upcoming.isEmpty();
      }
      return upcoming.isPresent();
    }

    @Override
    public ReadResult next() {
      if (!hasNext()) {
        throw new NoSuchElementException("No more records in " + path);
      }
      ReadResult result = upcoming.orElseThrow();
      upcoming = Optional.empty();
      return result;
    }

    private Optional<ReadResult> advance() {
      try {
        if (reader == null) {
          reader = open(raw, path, settings);
        }
        Optional<ReadResult> result = reader.next();
        read += result.isPresent() ? 1 : 0;
        return result;
      } catch (IOException e) {
        return end(reason(e), e.getMessage());
      } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
        // Parsers of formats say so when a file breaks the rules of its format.
        return end("unreadable", e.getMessage());
      } catch (RuntimeException | StackOverflowError e) {
        // A bug of a parser costs one file, not the night.
        return end("failed", e.toString());
      }
    }

    private Optional<ReadResult> end(String reason, String detail) {
      finished = true;
      return Optional.of(
          Problem.ofFile(reason, detail + "; " + read + " records were read before"));
    }

    private static String reason(IOException e) {
      if (e instanceof EOFException
          || (e instanceof ZstdIOException
              && String.valueOf(e.getMessage()).contains("runcated"))) {
        return "truncated";
      }
      if (e instanceof ExpansionExceeded) {
        return "expands_too_much";
      }
      if (e instanceof RecordTooLarge) {
        return "too_large";
      }
      if (e instanceof ZipException || e instanceof ZstdIOException) {
        return "broken_compression";
      }
      return e instanceof ParsingException ? "broken_warc" : "unreadable";
    }
  }
}
