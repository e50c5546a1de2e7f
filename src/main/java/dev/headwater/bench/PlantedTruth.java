package dev.headwater.bench;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of planted claims.
 *
 * @param familyOf claim id to the name of its family; look-alikes are families of their own
 * @param driftOf claim id of a copy to its planted drift, empty for none
 * @param rootsOf family to its number of independent roots
 * @param corrections claims that correct the earlier version of their article
 */
public record PlantedTruth(
    Map<String, String> familyOf,
    Map<String, String> driftOf,
    Map<String, Integer> rootsOf,
    Set<String> corrections) {

  static PlantedTruth empty() {
    return new PlantedTruth(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
  }

  void add(PlantedTruth other) {
    familyOf.putAll(other.familyOf);
    driftOf.putAll(other.driftOf);
    rootsOf.putAll(other.rootsOf);
    corrections.addAll(other.corrections);
  }
}
