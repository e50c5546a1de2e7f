package dev.headwater.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address (RFC 3986) taken apart, forgiving what crawlers write; its canonical form is the
 * same for all ways to fetch one article.
 *
 * @param host lower-cased, without port
 * @param path with its leading slash, as given
 * @param query without its question mark; empty where there is none
 */
public record WebAddress(String host, String path, String query) {
  private static final int LONGEST = 2_048;
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(?:https?:)?//(?:[^/?#@]*@)?([^/?#:]+)(?::\\d*)?([^?#]*)(?:\\?([^#]*))?.*");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_.*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|ref|ref_src|ref_url|cmpid|cmp"
              + "|ncid|ito|xtor|smid|sref|src|source|share|shared|output|outputtype|amp|_amp|_r"
              + "|partner|emc|via|at_medium|at_campaign|taid|feedtype|feedname|guccounter)(=.*)?");

  /** Takes an address apart; empty where it names no host. */
  public static Optional<WebAddress> of(String url) {
    if (url == null || url.length() > LONGEST) {
      return Optional.empty();
    }
    String stripped = url.strip();
    Matcher parts = PARTS.matcher(stripped);
    if (!parts.matches()) {
      // "example.com/a" is common in lists of links; it counts only where a path follows a domain.
      parts = PARTS.matcher("//" + stripped);
      if (!stripped.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+/.*") || !parts.matches()) {
        return Optional.empty();
      }
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
    String query = parts.group(3) == null ? "" : parts.group(3);
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(new WebAddress(host, parts.group(2), query));
  }

  /**
   * The form shared by all ways to fetch the article: no scheme, port, {@code www.}, {@code m.} or
   * {@code amp} parts, fragment, tracking parameters or trailing slash; parameters sorted.
   */
  public String canonical() {
    String site = host.replaceFirst("^(www\\d?|m|mobile|amp)\\.(?=[^.]+\\.)", "");
    String place =
        path.replaceAll("//+", "/")
            .replaceFirst("(?i)/(amp|index\\.html?|index\\.php)/?$", "")
            .replaceFirst("(?i)^/amp(?=/)", "")
            .replaceFirst("(?i)\\.amp(?=(\\.html?)?$)", "")
            .replaceFirst("/+$", "");
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty() && !TRACKING.matcher(parameter).matches()) {
        kept.add(parameter);
      }
    }
    Collections.sort(kept);
    return site + place + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }
}
