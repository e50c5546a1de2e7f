package dev.headwater.job;

import dev.headwater.model.Overtaken;
import dev.headwater.model.UserMistake;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkConf;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into an exit status and, for a user's mistake, one line. */
public final class ExitCodes {
  /** A bug, a cluster or store that failed, or another job in between: trying again may do. */
  public static final int FAILED = 1;

  /** The user's mistake. */
  public static final int MISTAKE = 2;

  /** Published nothing because a gate failed. */
  public static final int GATE = 3;

  /** Options that people put behind the job's name although they belong before it. */
  private static final Set<String> OF_SPARK_SUBMIT =
      Set.of(
          "--conf",
          "--deploy-mode",
          "--driver-cores",
          "--driver-java-options",
          "--driver-memory",
          "--executor-cores",
          "--executor-memory",
          "--jars",
          "--master",
          "--name",
          "--num-executors",
          "--packages",
          "--properties-file");

  private ExitCodes() {}

  /** Gives a command line the handlers. */
  public static CommandLine handledBy(CommandLine line) {
    return line.registerConverter(LocalDate.class, ExitCodes::day)
        .registerConverter(Duration.class, ExitCodes::duration)
        .setParameterExceptionHandler(ExitCodes::onParameters)
        .setExecutionExceptionHandler((problem, command, parsed) -> onExecution(problem, command));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no day; write it as 2026-03-01");
    }
  }

  private static Duration duration(String text) {
    try {
      String days = text.endsWith("d") ? "P" : "PT";
      return Duration.parse((days + text).toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write it as 90s, 30m, 2h or 3d");
    }
  }

  /** Runs the job that the words name, with the options of its {@code --config} file. */
  public static int execute(CommandLine line, String... words) {
    try {
      return line.execute(ConfigFile.expand(line, List.of(words)).toArray(String[]::new));
    } catch (UserMistake mistake) {
      line.getErr().println(line.getCommandName() + " " + words[0] + ": " + mistake.getMessage());
      return MISTAKE;
    }
  }

  private static int onParameters(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    // A misspelt option is named before the one that is missing because of it.
    ParameterException first =
        mistake instanceof MissingParameterException
            ? unknown(command, arguments, mistake)
            : mistake;
    String line =
        first instanceof UnmatchedArgumentException unmatched
            ? unmatched(command, unmatched)
            : plain(first.getMessage()) + swallowed(command, first);
    command.getErr().println(name + ": " + line + " (" + name + " --help lists the options)");
    return MISTAKE;
  }

  /** Where an option took all words behind it, also the one that is missed now. */
  private static String swallowed(CommandLine command, ParameterException mistake) {
    if (!(mistake instanceof MissingParameterException missing)) {
      return "";
    }
    List<String> words =
        missing.getMissing().stream()
            .filter(ArgSpec::isPositional)
            .map(ArgSpec::paramLabel)
            .toList();
    if (words.isEmpty()) {
      return "";
    }
    return command.getCommandSpec().options().stream()
        .filter(option -> option.arity().isVariable() && option.stringValues().size() > 1)
        .map(OptionSpec::longestName)
        .map(
            option ->
                "; %s takes all words behind it, so %s stands before it"
                    .formatted(option, words.get(0)))
        .findFirst()
        .orElse("");
  }

  private static String unmatched(CommandLine command, UnmatchedArgumentException mistake) {
    List<String> words = mistake.getUnmatched();
    List<String> options = words.stream().filter(word -> word.startsWith("-")).toList();
    String near =
        mistake.getSuggestions().isEmpty()
            ? ""
            : ". Did you mean " + String.join(" or ", mistake.getSuggestions()) + "?";
    if (options.stream().anyMatch(option -> OF_SPARK_SUBMIT.contains(option.split("=", 2)[0]))) {
      near = "; options of spark-submit stand before the job's name";
    }
    if (!options.isEmpty()) {
      // Words behind an unknown option may well be its values: they are not the mistake.
      return "Unknown option" + (options.size() == 1 ? "" : "s") + ": " + quoted(options) + near;
    } else if (command.getParent() == null) {
      return "There is no job '" + words.get(0) + "'" + near;
    }
    return "Unexpected: " + quoted(words) + "; a value with blanks needs quotation marks" + near;
  }

  private static String quoted(List<String> words) {
    return "'" + String.join("', '", words) + "'";
  }

  /** What the parser says, in fewer words. */
  private static String plain(String message) {
    return message
        .replaceAll("\\s+", " ")
        .strip()
        .replaceFirst("^Error: ", "")
        .replaceAll(" \\[--[^\\]]*\\]\\.\\.\\.", "")
        .replaceFirst(
            "^option '(\\S+)' at index \\d+ \\(.*\\) requires at least (\\d+) values, but.*: \\[(.*)]$",
            "$1 needs $2 values and was given $3");
  }

  private static ParameterException unknown(
      CommandLine command, String[] arguments, ParameterException otherwise) {
    for (String argument : arguments) {
      String option = argument.split("=", 2)[0];
      if (option.startsWith("--") && !command.getCommandSpec().optionsMap().containsKey(option)) {
        return new UnmatchedArgumentException(command, List.of(option));
      }
    }
    return otherwise;
  }

  private static int onExecution(Exception problem, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserMistake) {
        command.getErr().println(name + ": " + cause.getMessage());
        return MISTAKE;
      } else if (cause instanceof Overtaken) {
        command.getErr().println(name + ": " + cause.getMessage());
        return FAILED;
      } else if (cause instanceof AccessControlException
          || cause instanceof AccessDeniedException) {
        command.getErr().println(name + ": No permission: " + firstLine(cause.getMessage()));
        return MISTAKE;
      } else if (cause instanceof GateFailure) {
        command.getErr().println(name + ": " + cause.getMessage());
        return GATE;
      } else if (cause instanceof StoreFailure) {
        String next = " Nothing was published; run the same command again.";
        command.getErr().println(name + ": " + cause.getMessage() + next);
        return FAILED;
      }
    }
    if (anySays(problem, "No space left on device")) {
      command
          .getErr()
          .println(
              name
                  + ": a disk is full: that of --warehouse, or that of spark.local.dir. Make room"
                  + " and run the same command again; it goes on at the job it stopped in.");
      return FAILED;
    }
    if (anySays(problem, "stopped SparkContext")
        || anySays(problem, "All masters are unresponsive")) {
      String master = new SparkConf().get("spark.master", "local");
      command
          .getErr()
          .println(name + ": the Spark cluster at " + master + " did not answer or went away.");
      return FAILED;
    }
    command.getErr().println(name + ": failed; this is a bug or a failed cluster:");
    problem.printStackTrace(command.getErr());
    return FAILED;
  }

  private static boolean anySays(Throwable problem, String words) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
