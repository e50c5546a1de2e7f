package dev.headwater.spark;

import dev.headwater.model.Ids;
import dev.headwater.model.Release;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What makes a run the same run when it is tried again: its day, jobs, settings, code and input.
 *
 * @param day the day of the run
 * @param jobs names of its jobs
 * @param settingsHash hash of all settings
 * @param codeVersion version of the code
 * @param inputHash hash of the input files' names, sizes and times
 */
public record RunKey(
    LocalDate day, String jobs, String settingsHash, String codeVersion, String inputHash) {

  /** The run's id on a release: {@code r20260301_} and 8 hex digits. */
  public String id(Optional<Release> base) {
    String hash =
        Ids.of(jobs, settingsHash, codeVersion, inputHash, base.map(Release::runId).orElse(null));
    return "r" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_" + hash.substring(0, 8);
  }
}
