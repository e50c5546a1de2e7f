package dev.headwater.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding of a web page, in the order of the HTML standard: byte order mark, what the server
 * said, what the page's meta element says, then what its bytes look like.
 */
final class PageEncoding {
  private static final int PRESCAN = 4096;
  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", 2);

  private PageEncoding() {}

  static Decoded decode(byte[] bytes, String toldByServer) {
    if (Decoded.isUtf16(bytes, bytes.length)) {
      return Decoded.of(bytes);
    }
    Charset told = charset(toldByServer);
    if (told == null) {
      String beginning =
          new String(bytes, 0, Math.min(PRESCAN, bytes.length), StandardCharsets.ISO_8859_1);
      Matcher meta = META.matcher(beginning);
      told = meta.find() ? charset(meta.group(1)) : null;
    }
    // A page that says UTF-8 and is not gets the same second look as one that says nothing.
    return told == null || told.equals(StandardCharsets.UTF_8)
        ? Decoded.of(bytes)
        : Decoded.of(bytes, told);
  }

  private static Charset charset(String name) {
    if (name == null) {
      return null;
    }
    try {
      // The HTML standard reads Latin-1 as windows-1252.
      return name.equalsIgnoreCase("iso-8859-1") || name.equalsIgnoreCase("us-ascii")
          ? Charset.forName("windows-1252")
          : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
