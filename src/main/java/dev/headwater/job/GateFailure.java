package dev.headwater.job;

/** A gate found the run's tables wrong: nothing was published, exit status 3. */
public final class GateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with what the gate found and what to look at. */
  public GateFailure(String message) {
    super(message);
  }
}
