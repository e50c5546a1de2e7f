package dev.headwater.model;

import java.time.Instant;

/** Who may write to the warehouse now: the only row of {@code locks}; no row where it is free. */
public record Lease(
    @Column(value = "The job that holds the warehouse", required = true) String job,
    @Column(value = "Machine its driver runs on", required = true) String host,
    @Column("Process of its driver") long pid,
    @Column("When that process started: tells it from a later one of the same number")
        Instant processStartedAt,
    @Column(value = "When the warehouse was taken, UTC", required = true) Instant since,
    @Column(value = "Its last sign of life, UTC", required = true) Instant renewedAt,
    @Column("Seconds without a sign of life after which another job may take the warehouse")
        int leaseSeconds) {

  /** The same holder with a later sign of life. */
  public Lease renewed(Instant at) {
    return new Lease(job, host, pid, processStartedAt, since, at, leaseSeconds);
  }

  /** Whether another row is of the same holder. */
  public boolean isOf(Lease other) {
    return host.equals(other.host) && pid == other.pid && since.equals(other.since);
  }
}
