package dev.headwater;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a job gave back, run in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error, without Spark's own log
 */
public record Submitted(int status, String out, String err) {

  /** Runs a job by its words on the command line. */
  public static Submitted job(String... words) {
    // First of all: Spark's log takes hold of the true standard error once, when it starts.
    LocalSpark.cleanSession();
    PrintStream trueOut = System.out;
    PrintStream trueErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream heldOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream heldErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setOut(heldOut);
      System.setErr(heldErr);
      int status = Headwater.run(words);
      return new Submitted(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(trueOut);
      System.setErr(trueErr);
    }
  }

  /** The lines of standard error that are no progress: {@code [job] …} is progress. */
  public List<String> complaints() {
    return err.lines().filter(line -> !line.startsWith("[")).toList();
  }
}
