package dev.headwater.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file that is one article: plain text, kept as it is, or an HTML page. */
final class WholeFileReader implements RecordReader {
  private final InputStream in;
  private final String path;
  private final ReadSettings settings;
  private final FileFormat format;
  private boolean done;

  WholeFileReader(InputStream in, String path, FileFormat format, ReadSettings settings) {
    this.in = in;
    this.path = path;
    this.settings = settings;
    this.format = format;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    if (done) {
      return Optional.empty();
    }
    done = true;
    byte[] bytes = in.readNBytes(settings.maxRecordBytes());
    if (in.read() >= 0) {
      String detail = "a file of one article over " + settings.maxRecordBytes() + " bytes";
      return Optional.of(Problem.ofFile("too_large", detail));
    }
    String stem = FileNames.stem(path);
    if (format == FileFormat.HTML) {
      Decoded page = PageEncoding.decode(bytes, null);
      return Optional.of(RawRecord.ofPage(null, stem, null, page.text(), page.issues()));
    }
    Decoded text = Decoded.of(bytes);
    return Optional.of(RawRecord.ofText(stem, text.text(), text.issues()));
  }
}
