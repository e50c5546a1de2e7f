package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The office of each claim's original source, read once per article: a paper gives title and name
 * in one sentence and the surname alone in the next. Linear in the claims.
 */
public final class Offices {
  private Offices() {}

  /**
   * Claim id to office, as lower-case words such as {@code veldan health minister}; claims without
   * one are missing.
   *
   * @param claims the claims of one article
   */
  public static Map<String, String> of(Collection<Claim> claims) {
    Map<List<String>, String> known = new HashMap<>();
    Map<String, Origin> origins = new HashMap<>();
    for (Claim claim : claims) {
      Origin origin = Origin.of(claim);
      origins.put(claim.claimId(), origin);
      if (!origin.office().isEmpty()) {
        known.merge(
            origin.tokens(),
            String.join(" ", origin.office()),
            (a, b) ->
                a.length() > b.length() || (a.length() == b.length() && a.compareTo(b) < 0)
                    ? a
                    : b);
      }
    }
    Map<String, String> offices = new HashMap<>();
    origins.forEach(
        (claimId, origin) -> {
          String office = known.get(origin.tokens());
          if (office != null) {
            offices.put(claimId, office);
          }
        });
    return offices;
  }
}
