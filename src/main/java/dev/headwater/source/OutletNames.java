package dev.headwater.source;

import dev.headwater.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which others credit an outlet, each as a key: its letters and digits in lower
 * case, so that {@code thehill.com}, {@code The Hill} and {@code TheHill} meet.
 *
 * <p>They come from its name without desk or edition ({@code desks.txt}), from the label of its
 * domain, and from what large outlets and agencies are commonly called ({@code outlet-names.tsv},
 * {@code agencies.tsv}).
 */
public final class OutletNames {
  private static final int LONGEST = 80;
  private static final int SHORTEST_STRIPPED = 3;
  private static final String THE = "the";
  private static final String ONLINE_NEWS = "online news";
  private static final String UNKNOWN = "unknown:";
  private static final Pattern ADDITION = Pattern.compile("\\s+[-–—|(\\[].*$");
  private static final Pattern DOMAIN = Pattern.compile("[\\w-]+(\\.[\\w-]+)*\\.[A-Za-z]{2,}");
  private static final List<String> DESKS = WordList.lines("source/desks.txt");
  private static final Map<String, List<String>> BY_DOMAIN = new HashMap<>();
  private static final Map<String, List<String>> BY_NAME = new HashMap<>();

  static {
    for (List<String> row : WordList.rows("source/outlet-names.tsv")) {
      put(cells(row.get(0)), cells(row.get(1)));
    }
    for (List<String> row : WordList.rows("ingest/agencies.tsv")) {
      List<String> names = new ArrayList<>(List.of(row.get(0)));
      names.addAll(cells(row.get(2)));
      names.addAll(cells(row.get(3)));
      put(cells(row.get(1)), names);
    }
  }

  private final List<String> keys;

  private OutletNames(Set<String> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * The names of an outlet.
   *
   * @param source its domain or its name in normal form
   * @param sourceName the name as printed; null where unknown
   */
  public static OutletNames of(String source, String sourceName) {
    Set<String> keys = new LinkedHashSet<>();
    if (sourceName != null) {
      add(sourceName, keys);
    }
    if (!source.startsWith(UNKNOWN)) {
      add(source, keys);
    }
    return new OutletNames(keys);
  }

  /** The keys of its names, the printed one's first; empty where nothing names it. */
  public List<String> keys() {
    return keys;
  }

  /** Whether a name is one of them, however it is spaced and capitalised. */
  public boolean has(String name) {
    return keys.contains(key(name));
  }

  /** The letters and digits of a name in lower case. */
  public static String key(String name) {
    StringBuilder key = new StringBuilder();
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private static void add(String written, Set<String> keys) {
    String name = written.strip();
    if (name.length() > LONGEST) {
      return;
    }
    if (name.contains("://") || DOMAIN.matcher(name).matches()) {
      Outlets.named(name).ifPresent(domain -> addDomain(domain, keys));
      return;
    }
    for (String plain : withoutDesk(name)) {
      addKey(plain, keys);
      BY_NAME.getOrDefault(key(withoutArticle(plain)), List.of()).forEach(n -> addKey(n, keys));
    }
  }

  private static void addDomain(String domain, Set<String> keys) {
    int dot = domain.indexOf('.');
    String label = key(dot < 0 ? domain : domain.substring(0, dot));
    if (!label.isEmpty() && !Character.isDigit(label.charAt(0))) {
      keys.add(label);
      if (label.startsWith(THE) && label.length() >= THE.length() + SHORTEST_STRIPPED) {
        keys.add(label.substring(THE.length()));
      }
    }
    BY_DOMAIN.getOrDefault(domain, List.of()).forEach(name -> addKey(name, keys));
  }

  /** A name with an article is also met without it, and with it in one word. */
  private static void addKey(String name, Set<String> keys) {
    String bare = key(withoutArticle(name));
    if (!bare.isEmpty()) {
      keys.add(bare);
      keys.add(key(name));
    }
  }

  private static String withoutArticle(String name) {
    return name.regionMatches(true, 0, "the ", 0, 4) ? name.substring(4).strip() : name;
  }

  /** The name without what a catalogue adds to it; of "Fox Online News" both Fox and Fox News. */
  private static List<String> withoutDesk(String name) {
    String cut = ADDITION.matcher(name).replaceFirst("").strip();
    String plain = cut.isEmpty() ? name : cut;
    String lower = plain.toLowerCase(Locale.ROOT);
    for (String desk : DESKS) {
      if (lower.endsWith(" " + desk) && lower.length() == plain.length()) {
        String bare = plain.substring(0, plain.length() - desk.length()).strip();
        return desk.equals(ONLINE_NEWS) ? List.of(bare + " News", bare) : List.of(bare);
      }
    }
    return List.of(plain);
  }

  private static List<String> cells(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split("\\|"));
  }

  private static void put(List<String> domains, List<String> names) {
    domains.forEach(domain -> BY_DOMAIN.put(domain, names));
    names.forEach(name -> BY_NAME.putIfAbsent(key(withoutArticle(name)), names));
  }
}
