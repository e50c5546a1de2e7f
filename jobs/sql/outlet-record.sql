-- What is the record of each outlet, with and without wire copy: own work, copies in and out, lag, attribution, drift?
-- :param day_from 1900-01-01
-- :param day_to 2999-12-31
WITH days AS (
  SELECT * FROM source_days WHERE day BETWEEN CAST(:day_from AS DATE) AND CAST(:day_to AS DATE)
), copies AS (
  SELECT source, median(lag) AS median_lag FROM days LATERAL VIEW explode(lags) AS lag GROUP BY source
)
SELECT d.source,
       sum(articles) AS articles,
       sum(articles_without_wire) AS articles_without_wire,
       round(1 - sum(articles_without_wire) / sum(articles), 3) AS wire_share,
       round(sum(original_share * words) / sum(words), 3) AS original_share,
       round(try_divide(
         sum(original_share_without_wire * words_without_wire),
         sum(words_without_wire)), 3) AS original_share_without_wire,
       sum(copied_in) AS copied_in,
       sum(copied_in_without_wire) AS copied_in_without_wire,
       sum(copied_out) AS copied_out,
       sum(copied_out_without_wire) AS copied_out_without_wire,
       any_value(c.median_lag) AS median_lag_minutes,
       sum(claims) AS claims,
       round(try_divide(sum(attributed_claims), sum(claims)), 3) AS attributed_share,
       round(try_divide(
         sum(attributed_claims_without_wire),
         sum(claims_without_wire)), 3) AS attributed_share_without_wire,
       sum(drifted_claims) AS drifted_claims,
       sum(drifted_claims_without_wire) AS drifted_claims_without_wire
FROM days d
LEFT JOIN copies c ON c.source = d.source
GROUP BY d.source
ORDER BY articles DESC, d.source
