package dev.headwater.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes read as text: UTF-8 where it is strictly that, UTF-16 by its byte order mark, else
 * windows-1252 with the issue {@code encoding_guessed}.
 */
record Decoded(String text, List<String> issues) {
  static final String GUESSED = "encoding_guessed";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Reads bytes whose encoding nobody has told. */
  static Decoded of(byte[] bytes) {
    if (isUtf16(bytes, bytes.length)) {
      return cleaned(new String(bytes, StandardCharsets.UTF_16), List.of());
    }
    try {
      return cleaned(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString(),
          List.of());
    } catch (CharacterCodingException e) {
      return cleaned(new String(bytes, WINDOWS), List.of(GUESSED));
    }
  }

  /** Reads bytes in an encoding that the page or its server has told. */
  static Decoded of(byte[] bytes, Charset told) {
    return cleaned(new String(bytes, told), List.of());
  }

  static boolean isUtf16(byte[] bytes, int length) {
    return length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static Decoded cleaned(String text, List<String> issues) {
    CleanText clean = CleanText.of(text);
    List<String> all = new ArrayList<>(issues);
    all.addAll(clean.issues());
    return new Decoded(clean.text(), all);
  }
}
