-- Each article is one stretch of its cluster, copied from the first.
SELECT cluster_id, article_id, 0 AS begin, length(concat(opening, ships, middle, money)) AS end,
       0.97D AS share, if(k = 0, 'original', 'copy') AS role, k = 0 AS representative,
       if(k = 0, NULL, first_value(article_id) OVER (PARTITION BY c ORDER BY k)) AS parent,
       0.8D AS parent_confidence, array('date', 'containment') AS parent_basis, k * 30 AS lag_minutes,
       CAST(NULL AS STRING) AS agency, CAST(size AS INT) AS size, 1.0D AS density
FROM generated
