package dev.headwater.report;

import java.nio.charset.StandardCharsets;

/**
 * One file of pages: a plain script that hands a JSON object to the site, because a page opened
 * from a disk may load scripts but no data.
 */
public final class Shard {
  /** Bytes after which a shard is full; one page alone may be larger. */
  public static final int FULL = 256 << 10;

  private final String name;
  private final StringBuilder text;
  private int pages;
  private int bytes;

  /**
   * An empty shard.
   *
   * @param name its path without ending, such as clusters/0a-0
   */
  public Shard(String name) {
    this.name = name;
    this.text = new StringBuilder("headwater.shard(").append(quoted(name)).append(",{");
  }

  /** The path without ending. */
  public String name() {
    return name;
  }

  /** Adds a page: its key and its JSON. */
  public void add(String key, String json) {
    String page = (pages == 0 ? "\n" : ",\n") + quoted(key) + ":" + escaped(json);
    text.append(page);
    bytes += page.getBytes(StandardCharsets.UTF_8).length;
    pages++;
  }

  /** Number of pages. */
  public int pages() {
    return pages;
  }

  /** Whether the next page belongs into another shard. */
  public boolean isFull() {
    return bytes >= FULL;
  }

  /** The file's content, UTF-8. */
  public byte[] content() {
    return (text + "\n});\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A script that gives the site one JSON value under a name. */
  public static byte[] single(String name, String json) {
    return ("headwater.shard(" + quoted(name) + "," + escaped(json) + ");\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * JSON that is harmless wherever a script may stand: the characters that HTML or JavaScript give
   * a meaning to stand in strings alone, and there as escapes.
   */
  public static String escaped(String json) {
    StringBuilder safe = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean plain = c != '<' && c != '>' && c != '&' && c != '\u2028' && c != '\u2029';
      if (plain && safe != null) {
        safe.append(c);
      } else if (!plain) {
        safe = safe == null ? new StringBuilder(json.length() + 64).append(json, 0, i) : safe;
        safe.append(String.format("\\u%04x", (int) c));
      }
    }
    return safe == null ? json : safe.toString();
  }

  /** A text as a JSON string. */
  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return escaped(json.append('"').toString());
  }
}
