package dev.headwater.job;

/**
 * The store of an input did not give, or not list, what it holds. In a task it fails the task,
 * which Spark tries again as often as it is told to; one that lasts ends the run with exit status
 * 1, and nothing is published.
 *
 * <p>It carries no cause: a class of a store's client that the driver does not know would cost the
 * person the message too.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure with the file or folder, the place in it and what the store said. */
  public StoreFailure(String message) {
    super(message);
  }
}
