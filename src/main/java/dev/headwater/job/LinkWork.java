package dev.headwater.job;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import dev.headwater.trace.Pairing;
import dev.headwater.trace.PassageLinks;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Links the claims of two articles through a passage they share. A pair's row is a passage, an
 * article's rows are its claims, each with the article's key behind its own columns.
 */
record LinkWork() implements PairTasks.Work {
  /** The column of the article's key. */
  static final String KEY = "article_key";

  /** The claims of one article; without a key where it has none. */
  private record Side(String key, List<Claim> claims) {}

  @Override
  public Object prepare(List<Row> rows) {
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    String key = rows.isEmpty() ? null : rows.get(0).getAs(KEY);
    return new Side(key, rows.stream().map(codec::record).toList());
  }

  @Override
  public Iterator<Row> pair(Row pair, Object leftItems, Object rightItems) {
    Side left = (Side) leftItems;
    Side right = (Side) rightItems;
    if (left.claims().isEmpty() || right.claims().isEmpty()) {
      return Collections.emptyIterator();
    }
    Pairing.Kinship kinship =
        left.key().equals(right.key())
            ? Pairing.Kinship.OTHER_VERSION
            : Pairing.Kinship.OTHER_ARTICLE;
    Passage passage = RowCodec.of(Passage.class).record(pair);
    RowCodec<ClaimLink> codec = RowCodec.of(ClaimLink.class);
    return PassageLinks.link(passage, left.claims(), right.claims(), kinship).stream()
        .map(codec::row)
        .iterator();
  }
}
