package dev.headwater.reuse;

import dev.headwater.text.WordList;
import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** A list of words from the resources, by the hash that {@link Words} gives them. */
final class HashedWords {
  /** Words that fill the slots of a template. */
  static final HashedWords SLOTS = read("slot-words.txt");

  /** Words too common to tell anything. */
  static final HashedWords STOPS = read("stop-words.txt");

  private final LongOpenHashSet hashes;

  private HashedWords(LongOpenHashSet hashes) {
    this.hashes = hashes;
  }

  boolean contains(long hash) {
    return hashes.contains(hash);
  }

  private static HashedWords read(String name) {
    LongOpenHashSet hashes = new LongOpenHashSet();
    for (String line : WordList.lines("reuse/" + name)) {
      Words words = Words.of(line);
      for (int w = 0; w < words.size(); w++) {
        hashes.add(words.hash(w));
      }
    }
    return new HashedWords(hashes);
  }
}
