package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads {@code --config FILE}: its keys are the long options without dashes, its values go before
 * the words of the command line, which win. An unknown key is a mistake.
 */
final class ConfigFile {
  private ConfigFile() {}

  private static final String OPTION = "--config";

  /** The words of a command line with those of a config file that they name put in. */
  static List<String> expand(CommandLine line, List<String> words) {
    CommandLine job = words.isEmpty() ? null : line.getSubcommands().get(words.get(0));
    if (job == null || !job.getCommandSpec().optionsMap().containsKey(OPTION)) {
      return words;
    }
    List<String> expanded = new ArrayList<>();
    expanded.add(words.get(0));
    expanded.addAll(expandJob(job.getCommandSpec(), words.subList(1, words.size())));
    return expanded;
  }

  private static List<String> expandJob(CommandSpec job, List<String> arguments) {
    Optional<Path> named = fileOf(arguments);
    if (named.isEmpty()) {
      return arguments;
    }
    Path file = named.get();
    List<String> expanded = new ArrayList<>();
    Properties properties = load(file);
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (!job.optionsMap().containsKey("--" + key) || key.equals("config")) {
        throw new UserMistake(
            "Unknown key \""
                + key
                + "\" in "
                + file
                + ". Keys are the long options of "
                + job.name()
                + ", without dashes.");
      }
      String option = "--" + key;
      if (arguments.stream()
          .noneMatch(word -> word.equals(option) || word.startsWith(option + "="))) {
        expanded.add(option + "=" + properties.getProperty(key).strip());
      }
    }
    expanded.addAll(arguments);
    return expanded;
  }

  private static Optional<Path> fileOf(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.startsWith(OPTION + "=")) {
        return Optional.of(Path.of(word.substring(OPTION.length() + 1)));
      } else if (word.equals(OPTION) && i + 1 < arguments.size()) {
        return Optional.of(Path.of(arguments.get(i + 1)));
      }
    }
    return Optional.empty();
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new UserMistake("Cannot read --config " + file + ": there is no such file.");
    } catch (IOException | IllegalArgumentException e) {
      throw new UserMistake("Cannot read --config " + file + ": " + e.getMessage());
    }
    return properties;
  }
}
