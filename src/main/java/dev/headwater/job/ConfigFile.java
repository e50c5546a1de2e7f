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
import java.util.Properties;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads {@code --config FILE}: its keys are the long options without dashes, its values go before
 * the words of the command line, which win. An unknown key is a mistake.
 */
final class ConfigFile {
  private ConfigFile() {}

  /** The arguments with those of a config file they name put in. */
  static List<String> expand(CommandSpec job, List<String> arguments) {
    int at = arguments.indexOf("--config");
    if (at < 0 || at + 1 >= arguments.size()) {
      return arguments;
    }
    Path file = Path.of(arguments.get(at + 1));
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
      if (!arguments.contains("--" + key)) {
        expanded.add("--" + key + "=" + properties.getProperty(key));
      }
    }
    expanded.addAll(arguments);
    return expanded;
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
