package dev.headwater.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Web archives (ISO 28500, WARC): HTML and plain text of successful responses, and the plain text
 * of conversion records (WET). Other records are passed over; they are no articles and no errors.
 */
final class WarcPageReader implements RecordReader {
  private static final int OK = 200;

  private final WarcReader reader;
  private final ReadSettings settings;
  private long number;

  WarcPageReader(InputStream in, ReadSettings settings) throws IOException {
    this.reader = new WarcReader(in);
    this.settings = settings;
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    for (Optional<WarcRecord> found = reader.next(); found.isPresent(); found = reader.next()) {
      number++;
      Optional<ReadResult> result = page(found.get());
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }

  /** What is wrong with one page costs this page: a file that breaks does so again at the next. */
  private Optional<ReadResult> page(WarcRecord record) {
    String url = null;
    try {
      if (record instanceof WarcConversion conversion) {
        url = conversion.target();
        byte[] bytes = conversion.body().stream().readNBytes(settings.maxRecordBytes() + 1);
        return Optional.of(text(url, bytes));
      } else if (record instanceof WarcResponse response) {
        url = response.target();
        return response(response, url);
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(new Problem(number, "broken_record", e.toString(), url));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(new Problem(number, "failed", e.toString(), url));
    }
  }

  private Optional<ReadResult> response(WarcResponse response, String url) throws IOException {
    if (!response.contentType().base().equals(MediaType.HTTP)) {
      return Optional.empty();
    }
    HttpResponse http = response.http();
    MediaType type = http.contentType().base();
    boolean html = type.equals(MediaType.HTML) || type.subtype().startsWith("xhtml");
    if (http.status() != OK || !(html || type.equals(MediaType.PLAIN_TEXT))) {
      return Optional.empty();
    }
    byte[] bytes = http.bodyDecoded().stream().readNBytes(settings.maxRecordBytes() + 1);
    if (!html) {
      return Optional.of(text(url, bytes));
    }
    if (bytes.length > settings.maxRecordBytes()) {
      return Optional.of(tooLarge(url));
    }
    Decoded page = PageEncoding.decode(bytes, http.contentType().parameters().get("charset"));
    return Optional.of(RawRecord.ofPage(number, null, url, page.text(), page.issues()));
  }

  private ReadResult text(String url, byte[] bytes) {
    if (bytes.length > settings.maxRecordBytes()) {
      return tooLarge(url);
    }
    Decoded text = Decoded.of(bytes);
    List<String> issues = text.issues();
    return new RawRecord(
        number, null, url, null, null, null, null, null, null, null, text.text(), null, issues);
  }

  private Problem tooLarge(String url) {
    String detail = String.format(Locale.ROOT, "a page over %d bytes", settings.maxRecordBytes());
    return new Problem(number, "too_large", detail, url);
  }
}
