package dev.headwater.job;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import dev.headwater.trace.Pairing;
import dev.headwater.trace.PassageLinks;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * Links the claims of two articles through a passage they share. A pair's row is a passage with the
 * article keys of both sides, {@code left_key} and {@code right_key}.
 */
record LinkWork() implements PairTasks.Work {
  @Override
  public Object prepare(List<Row> rows) {
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    return rows.stream().map(codec::record).toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Iterator<Row> pair(Row pair, Object left, Object right) {
    List<Claim> leftClaims = (List<Claim>) left;
    List<Claim> rightClaims = (List<Claim>) right;
    if (leftClaims.isEmpty() || rightClaims.isEmpty()) {
      return java.util.Collections.emptyIterator();
    }
    Pairing.Kinship kinship =
        Objects.equals(pair.getAs("left_key"), pair.getAs("right_key"))
            ? Pairing.Kinship.OTHER_VERSION
            : Pairing.Kinship.OTHER_ARTICLE;
    Passage passage = RowCodec.of(Passage.class).record(pair);
    RowCodec<ClaimLink> codec = RowCodec.of(ClaimLink.class);
    return PassageLinks.link(passage, leftClaims, rightClaims, kinship).stream()
        .map(codec::row)
        .iterator();
  }
}
