package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.spark.RowCodec;
import dev.headwater.table.Tables;
import dev.headwater.trace.ClaimProfile;
import dev.headwater.trace.QuantityLinks;
import dev.headwater.trace.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The links that the engine finds under keys are those of a loop over all pairs of claims. */
class EngineLinksTest {
  private final SampleTables tables = SampleTables.whole();

  @Test
  void findsTheQuantityLinksOfThePlainLoop() {
    Map<String, Setting> settings = new HashMap<>();
    tables.articles().forEach(a -> settings.put(a.articleId(), Setting.of(a)));
    List<ClaimLink> expected = new ArrayList<>();
    for (int i = 0; i < tables.claims().size(); i++) {
      for (int k = i + 1; k < tables.claims().size(); k++) {
        Claim one = tables.claims().get(i);
        Claim other = tables.claims().get(k);
        if (meet(one, other)) {
          QuantityLinks.compare(profile(one, settings), profile(other, settings))
              .ifPresent(expected::add);
        }
      }
    }
    RowCodec<ClaimLink> codec = RowCodec.of(ClaimLink.class);
    List<ClaimLink> found =
        codec
            .select(SampleRun.whole().spark().table(Tables.CLAIM_LINKS.name()))
            .where("via = 'quantity'")
            .collectAsList()
            .stream()
            .map(codec::record)
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(found)
        .extracting(link -> link.fromClaimId() + link.toClaimId() + link.relation() + link.drift())
        .containsExactlyInAnyOrderElementsOf(
            expected.stream()
                .map(l -> l.fromClaimId() + l.toClaimId() + l.relation() + l.drift())
                .toList());
  }

  /** Vague numbers and conversions also meet what stands in their own article. */
  private static boolean meet(Claim one, Claim other) {
    boolean keyless = isKeyless(one) || isKeyless(other);
    boolean within = keyless && one.articleId().equals(other.articleId());
    return within
        || !Collections.disjoint(
            QuantityLinks.blockingKeys(one), QuantityLinks.blockingKeys(other));
  }

  private static boolean isKeyless(Claim claim) {
    return claim.value() == null || claim.conversionOf() != null;
  }

  private static ClaimProfile profile(Claim claim, Map<String, Setting> settings) {
    return ClaimProfile.of(claim, settings.get(claim.articleId()));
  }
}
