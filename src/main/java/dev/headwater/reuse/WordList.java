package dev.headwater.reuse;

import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A list of words from the resources, by the hash that {@link Words} gives them. */
final class WordList {
  /** Words that fill the slots of a template. */
  static final WordList SLOTS = read("slot-words.txt");

  /** Words too common to tell anything. */
  static final WordList STOPS = read("stop-words.txt");

  private final LongOpenHashSet hashes;

  private WordList(LongOpenHashSet hashes) {
    this.hashes = hashes;
  }

  boolean contains(long hash) {
    return hashes.contains(hash);
  }

  private static WordList read(String name) {
    LongOpenHashSet hashes = new LongOpenHashSet();
    try (InputStream stream = WordList.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource dev/headwater/reuse/" + name + " is missing");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          Words words = Words.of(line);
          for (int w = 0; w < words.size(); w++) {
            hashes.add(words.hash(w));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource dev/headwater/reuse/" + name, e);
    }
    return new WordList(hashes);
  }
}
