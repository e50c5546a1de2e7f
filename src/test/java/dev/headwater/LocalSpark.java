package dev.headwater;

import dev.headwater.spark.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** One local Spark of two cores a test JVM, with a session of its own for each warehouse. */
public final class LocalSpark {
  private static SparkSession root;

  private LocalSpark() {}

  /** Makes the next {@link Sessions#start} of this thread begin with a clean catalog. */
  public static synchronized SparkSession cleanSession() {
    if (root == null || root.sparkContext().isStopped()) {
      System.setProperty("spark.master", "local[2]");
      System.setProperty("spark.sql.shuffle.partitions", "4");
      SparkSession.clearActiveSession();
      SparkSession.clearDefaultSession();
      root = Sessions.start("tests", temporary().toUri().toString());
    }
    SparkSession session = root.newSession();
    SparkSession.setActiveSession(session);
    Sessions.sized(session, 0);
    return session;
  }

  /** A session on a warehouse. */
  public static SparkSession on(Path warehouse) {
    cleanSession();
    return Sessions.start("tests", warehouse.toUri().toString());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("headwater-tests");
    } catch (IOException e) {
      throw new IllegalStateException("No temporary folder", e);
    }
  }
}
