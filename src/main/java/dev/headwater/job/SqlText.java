package dev.headwater.job;

import dev.headwater.model.UserMistake;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL text with the values of its named parameters.
 *
 * <p>A text declares its parameters in comments, {@code -- :param source 'nowhere.example'}: a name
 * and a SQL literal that stands where the person gives no value.
 *
 * @param sql the SQL, one statement
 * @param arguments values by name, as SQL literals already turned into plain values
 */
record SqlText(String sql, Map<String, Object> arguments) {
  /** A parameter that a text declares, with its default. */
  static final Pattern DECLARED =
      Pattern.compile("^--\\s*:param\\s+(\\w+)\\s+(.+?)\\s*$", Pattern.MULTILINE);

  /** Joins a text with the values given for its parameters. */
  static SqlText of(String text, Map<String, String> given) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    Matcher declared = DECLARED.matcher(text);
    while (declared.find()) {
      arguments.put(declared.group(1), value(declared.group(2)));
    }
    for (Map.Entry<String, String> entry : given.entrySet()) {
      if (!text.matches("(?s).*:" + Pattern.quote(entry.getKey()) + "\\b.*")) {
        throw new UserMistake(
            "The SQL has no parameter :"
                + entry.getKey()
                + (arguments.isEmpty()
                    ? "."
                    : " (it has " + String.join(", ", arguments.keySet()) + ")."));
      }
      arguments.put(entry.getKey(), value(entry.getValue()));
    }
    return new SqlText(text.strip().replaceAll(";\\s*$", ""), arguments);
  }

  /** A number, true, false or null is one; anything else is text, with its quotes taken off. */
  private static Object value(String literal) {
    if (literal.matches("-?\\d{1,9}")) {
      return Integer.valueOf(literal);
    } else if (literal.matches("-?\\d+")) {
      return Long.valueOf(literal);
    } else if (literal.matches("-?\\d*\\.\\d+")) {
      return new java.math.BigDecimal(literal);
    } else if (literal.equalsIgnoreCase("null")) {
      return null;
    } else if (literal.equalsIgnoreCase("true") || literal.equalsIgnoreCase("false")) {
      return Boolean.valueOf(literal);
    } else if (literal.length() > 1 && literal.startsWith("'") && literal.endsWith("'")) {
      return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
    return literal;
  }
}
