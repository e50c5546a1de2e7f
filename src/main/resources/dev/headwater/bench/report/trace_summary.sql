-- The families, each on one root.
SELECT lpad(lower(hex(xxhash64(c, n))), 16, '0') AS trace_id, CAST(count(*) AS INT) AS claims,
       CAST(count(*) AS INT) AS articles, CAST(count(DISTINCT source) AS INT) AS sources, 1 AS clusters,
       1 AS independent_roots,
       array(struct('the clerk' AS root, 'named_origin' AS basis, collect_list(article_id) AS article_ids)) AS roots,
       'the clerk' AS named_origin, max(unit) AS unit, array('harbour') AS concept, min(value) AS value_min,
       max(value) AS value_max, min(published_at) AS first_at, max(published_at) AS last_at,
       if(n = 1 AND max(k) > 2, array('value'), CAST(array() AS ARRAY<STRING>)) AS drift_kinds,
       lpad(lower(hex(xxhash64(c, n))), 16, '0') AS series_id
FROM claims GROUP BY c, n
