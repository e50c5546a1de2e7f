-- Who copied whom.
SELECT f.source AS from_source, g.source AS to_source, trunc(g.published_at, 'MONTH') AS month,
       CAST(count(*) AS INT) AS articles, CAST(count(*) AS INT) AS passages, 30.0D AS median_lag,
       0.1D AS credited_share, CAST(count(*) AS INT) AS articles_without_wire
FROM generated g JOIN (SELECT c, source FROM generated WHERE k = 0) f ON g.c = f.c
WHERE g.k > 0 AND f.source != g.source
GROUP BY f.source, g.source, trunc(g.published_at, 'MONTH')
