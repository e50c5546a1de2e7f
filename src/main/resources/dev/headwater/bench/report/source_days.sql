-- The outlets by day.
SELECT source, CAST(published_at AS DATE) AS day, CAST(count(*) AS INT) AS articles, sum(120) AS words,
       0.5D AS original_share, 0.0D AS wire_share, CAST(count_if(k > 0) AS INT) AS copied_in, 0 AS copied_out,
       30.0D AS median_lag, CAST(2 * count(*) AS INT) AS claims, CAST(count(*) AS INT) AS attributed_claims,
       CAST(count_if(k % 7 = 3) AS INT) AS drifted_claims, 0 AS first_printed_claims,
       CAST(2 * count(*) AS INT) AS traced_claims, CAST(2 * count(*) AS INT) AS single_rooted_claims,
       CAST(array() AS ARRAY<STRUCT<kind: STRING, claims: INT>>) AS drift
FROM generated GROUP BY source, CAST(published_at AS DATE)
