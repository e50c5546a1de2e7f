package dev.headwater.bench;

import java.util.Locale;

/** What a fault bench does to a run. */
public enum Fault {
  EXECUTOR("kill -9 of an executor", true),
  WORKER("kill -9 of a worker", true),
  DRIVER("kill -9 of the driver", false),
  TERM("SIGTERM to the driver", false),
  DISK("disk of the warehouse full", false),
  LOCAL_DISK("disk of spark.local.dir full", false),
  STORE("store fails every 50th call", false),
  SLOW("store is slow every 50th call", false);

  private final String words;
  private final boolean onCluster;

  Fault(String words, boolean onCluster) {
    this.words = words;
    this.onCluster = onCluster;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** Whether there must be executors and workers of their own. */
  public boolean onCluster() {
    return onCluster;
  }

  /** Whether it needs a small disk. */
  public boolean fillsDisk() {
    return this == DISK || this == LOCAL_DISK;
  }

  /** Whether it is switched on in the store. */
  public boolean ofStore() {
    return this == STORE || this == SLOW;
  }

  /** Whether a run that ended well cannot have met it. */
  public boolean endsRun() {
    return this == DRIVER || this == TERM || this == DISK;
  }

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
