package dev.headwater.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an outlet's articles have from other outlets. A stretch counts, not an article: a page of
 * print holds many stories, and what is copied in here is copied out there.
 *
 * @param stretches stretches copied
 * @param lags minutes of those stretches behind their parents where hours are known, ascending
 */
record CopiedIn(int stretches, List<Long> lags) {

  static CopiedIn of(String source, List<ArticleFacts> articles, Predicate<OwnStretch> counted) {
    int stretches = 0;
    List<Long> lags = new ArrayList<>();
    for (ArticleFacts article : articles) {
      for (OwnStretch own : article.stretches()) {
        if (own.isCopiedInto(source) && counted.test(own)) {
          stretches++;
          if (own.stretch().lagMinutes() != null) {
            lags.add(own.stretch().lagMinutes());
          }
        }
      }
    }
    lags.sort(null);
    return new CopiedIn(stretches, List.copyOf(lags));
  }
}
