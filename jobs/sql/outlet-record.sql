-- What is the record of each outlet: own work, wire, copies in and out, lag, attribution and drift?
-- :param day_from 1900-01-01
-- :param day_to 2999-12-31
SELECT source,
       sum(articles) AS articles,
       round(try_divide(sum(original_share * articles), sum(articles)), 3) AS original_share,
       round(try_divide(sum(wire_share * articles), sum(articles)), 3) AS wire_share,
       sum(copied_in) AS copied_in,
       sum(copied_out) AS copied_out,
       median(median_lag) AS median_of_daily_lags,
       sum(claims) AS claims,
       round(try_divide(
         sum(attributed_share * claims),
         sum(claims) FILTER (WHERE attributed_share IS NOT NULL)), 3) AS attributed_share,
       sum(drifted_claims) AS drifted_claims
FROM source_days
WHERE day BETWEEN CAST(:day_from AS DATE) AND CAST(:day_to AS DATE)
GROUP BY source
ORDER BY articles DESC, source
