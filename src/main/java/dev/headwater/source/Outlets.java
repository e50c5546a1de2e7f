package dev.headwater.source;

import dev.headwater.text.WordList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who an outlet is, whatever way its name is written: the registered domain of an address, or a
 * name in normal form.
 *
 * <p>The registered domain is the label before the public suffix, after the method of
 * publicsuffix.org; {@code suffixes.tsv} holds the second-level suffixes that news sites use.
 */
public final class Outlets {
  private static final Set<String> SUFFIXES = suffixes();
  private static final int LONGEST_HOST = 253;
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern TOP_LEVEL = Pattern.compile(".*\\.[a-z]{2,}");
  private static final Pattern PATH_OR_PORT = Pattern.compile("[/:].*$");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern EDITION =
      Pattern.compile("\\s*(\\((web news|online|online news|web)\\)|[-–—|]\\s*(news|home))$");

  private Outlets() {}

  /** The registered domain of a web address; empty where the address has no host. */
  public static Optional<String> domain(String url) {
    return WebAddress.of(url).flatMap(address -> registered(address.host()));
  }

  /**
   * The outlet that a source field means: its domain where it is an address or a domain, else its
   * name in normal form; empty where nothing is left.
   */
  public static Optional<String> named(String source) {
    if (source == null || source.isBlank()) {
      return Optional.empty();
    }
    String lower = source.strip().toLowerCase(Locale.ROOT);
    if (lower.contains("://")) {
      return domain(lower).or(() -> Optional.of(lower));
    }
    String host = PATH_OR_PORT.matcher(lower).replaceFirst("");
    if (host.length() <= LONGEST_HOST
        && TOP_LEVEL.matcher(host).matches()
        && DOMAIN.matcher(host).matches()) {
      return registered(host);
    }
    String name = BLANKS.matcher(lower).replaceAll(" ");
    String plain = EDITION.matcher(name).replaceFirst("").strip();
    return Optional.of(plain.isEmpty() ? name : plain);
  }

  /** The registered domain of a host name, lower-cased, without port. */
  static Optional<String> registered(String host) {
    if (host.length() > LONGEST_HOST || ADDRESS.matcher(host).matches()) {
      return Optional.of(host);
    }
    if (!DOMAIN.matcher(host).matches()) {
      return host.isEmpty() ? Optional.empty() : Optional.of(host);
    }
    int last = host.lastIndexOf('.');
    int second = host.lastIndexOf('.', last - 1);
    if (second < 0) {
      return Optional.of(host);
    }
    if (!SUFFIXES.contains(host.substring(second + 1))) {
      return Optional.of(host.substring(second + 1));
    }
    return Optional.of(host.substring(host.lastIndexOf('.', second - 1) + 1));
  }

  private static Set<String> suffixes() {
    Set<String> suffixes = new HashSet<>();
    for (String line : WordList.lines("source/suffixes.tsv")) {
      suffixes.addAll(Set.of(line.split("\\s+")));
    }
    return suffixes;
  }
}
