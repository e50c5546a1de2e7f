package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.nio.file.Path;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** The prompt of {@code sql}: line editing, history, completion. */
final class SqlPrompt {
  private static final String PROMPT = "headwater> ";
  private static final String CONTINUED = "        -> ";

  private final Terminal terminal;
  private final PublishedSql sql;
  private final SqlShell shell;
  private final LineReader reader;

  /**
   * A prompt at a terminal.
   *
   * @param history file of what was typed before
   */
  SqlPrompt(Terminal terminal, PublishedSql sql, RowFormat format, Path history) {
    this.terminal = terminal;
    this.sql = sql;
    this.shell = new SqlShell(sql, format, terminal.writer());
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("headwater")
            .parser(new StatementParser())
            .completer(SqlWords.of(sql.spark(), SqlCatalogue.questions()))
            .variable(LineReader.HISTORY_FILE, history.toAbsolutePath())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUED)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** A parser to which a text is whole when its statements are. */
  private static final class StatementParser extends DefaultParser {
    StatementParser() {
      setQuoteChars(new char[0]);
      setEscapeChars(new char[0]);
      setEofOnUnclosedQuote(false);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && !SqlShell.isWhole(line)) {
        throw new EOFError(-1, -1, "no semicolon yet");
      }
      return super.parse(line, cursor, context);
    }
  }

  /** Runs what the person types until he leaves. A mistake is told, and the next line is read. */
  void converse() throws Exception {
    terminal.handle(Terminal.Signal.INT, signal -> sql.spark().sparkContext().cancelAllJobs());
    tell("Release " + sql.release() + ". Statements end with a semicolon; help says more.");
    boolean open = true;
    while (open) {
      try {
        open = shell.run(reader.readLine(PROMPT));
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt: what was typed is dropped.
        tell("");
      } catch (EndOfFileException e) {
        open = false;
      } catch (UserMistake mistake) {
        tell(mistake.getMessage());
      }
    }
  }

  private void tell(String line) {
    terminal.writer().println(line);
    terminal.flush();
  }
}
