-- In what order did the articles of a cluster appear, and from whom does each one stem?
-- :param cluster_id largest
WITH chosen AS (
  SELECT cluster_id
  FROM clusters
  WHERE :cluster_id = 'largest' OR cluster_id = :cluster_id
  GROUP BY cluster_id
  ORDER BY max(size) DESC, cluster_id
  LIMIT 1
)
SELECT a.published_at, a.source, a.title, c.role, c.share, p.source AS parent_source, c.parent_confidence,
       c.parent_basis, c.lag_minutes, c.agency, c.agency_basis, a.article_id
FROM clusters c
JOIN chosen ON chosen.cluster_id = c.cluster_id
JOIN articles a ON a.article_id = c.article_id
LEFT JOIN articles p ON p.article_id = c.parent
ORDER BY a.published_at NULLS LAST, a.source, c.article_id, c.begin
