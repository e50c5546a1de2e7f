-- Clusters, the largest first.
SELECT cluster_id AS id, title, articles, sources, agency, source, unix_millis(first_at) AS first_at,
       unix_millis(last_at) AS last_at
FROM cluster_heads
ORDER BY articles DESC, sources DESC, first_at, id
