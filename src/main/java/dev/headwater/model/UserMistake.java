package dev.headwater.model;

/**
 * A mistake of the person at the command line: told in one line, without a stack trace, with exit
 * status 2. The message says what was wrong, with the value, where, and what to do.
 */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A mistake with its message. */
  public UserMistake(String message) {
    super(message);
  }
}
