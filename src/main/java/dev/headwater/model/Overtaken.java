package dev.headwater.model;

/**
 * Another job took the warehouse or published in between. Nothing is wrong with the command: the
 * same one again does its work on what the other left. Told in one line, with exit status 1.
 */
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A job that was overtaken, with its message. */
  public Overtaken(String message) {
    super(message);
  }
}
