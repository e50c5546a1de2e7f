package dev.headwater.job;

import java.io.Console;
import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that a person sits at, if one does. */
final class Screen {
  private static final int WITHOUT_TERMINAL = 100;

  private Screen() {}

  /** Whether a person types and reads, and no pipe or file stands in between. */
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console object without a terminal too.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Characters a line: what COLUMNS says, else the terminal's, else 100. */
  static int columns() {
    String said = System.getenv("COLUMNS");
    if (said != null && said.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(said);
    } else if (!isThere()) {
      return WITHOUT_TERMINAL;
    }
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      return terminal.getWidth() > 0 ? terminal.getWidth() : WITHOUT_TERMINAL;
    } catch (IOException e) {
      return WITHOUT_TERMINAL;
    }
  }
}
