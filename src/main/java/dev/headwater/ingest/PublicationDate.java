package dev.headwater.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When an article was published, and how that is known.
 *
 * @param instant null where no date could be trusted; then an issue says why
 * @param basis meta, url, text or file; null with the instant
 */
record PublicationDate(Instant instant, String basis, String precision, List<String> issues) {
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);
  private static final Duration CONFLICT = Duration.ofDays(3);

  PublicationDate {
    issues = List.copyOf(issues);
  }

  /** A place where a date may stand, with what was read there. */
  record Candidate(String basis, Optional<DateReading> reading) {}

  /** The first date, in the order given, that can be; a later one far from it is an issue. */
  static PublicationDate choose(
      List<Candidate> candidates, List<String> doubts, Instant ingestedAt) {
    Set<String> issues = new LinkedHashSet<>(doubts);
    Candidate chosen = null;
    for (Candidate candidate : candidates) {
      Optional<DateReading> reading = candidate.reading();
      if (reading.isEmpty()) {
        continue;
      }
      if (chosen != null) {
        boolean conflict = candidate.basis().equals("url") && isFar(chosen, candidate);
        issues.addAll(conflict ? List.of("date_conflict") : List.of());
      } else if (!reading.get().isUsable()) {
        issues.addAll(reading.get().issues());
      } else if (reading.get().instant().isAfter(ingestedAt.plus(CLOCK_SKEW))) {
        issues.add("date_in_future");
      } else {
        chosen = candidate;
        issues.addAll(reading.get().issues());
      }
    }
    if (chosen == null) {
      if (issues.isEmpty()) {
        issues.add("no_date");
      }
      return new PublicationDate(null, null, null, new ArrayList<>(issues));
    }
    DateReading date = chosen.reading().orElseThrow();
    if (chosen.basis().equals("file")) {
      // A file of many records may be named after the day of its crawl.
      issues.add("date_from_file");
    }
    return new PublicationDate(
        date.instant(), chosen.basis(), date.precision(), new ArrayList<>(issues));
  }

  private static boolean isFar(Candidate chosen, Candidate other) {
    Instant one = chosen.reading().orElseThrow().instant();
    Instant two = other.reading().orElseThrow().instant();
    return Duration.between(one, two).abs().compareTo(CONFLICT) > 0;
  }
}
