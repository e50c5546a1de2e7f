-- Which texts were reprinted most, who printed them first, and how tight is each cluster?
-- :param limit 50
SELECT c.cluster_id,
       max(c.size) AS stretches,
       count(DISTINCT c.article_id) AS articles,
       count(DISTINCT a.source) AS sources,
       round(max(c.density), 3) AS density,
       max(c.agency) AS agency,
       min_by(a.source, a.published_at) AS first_source,
       min_by(a.title, a.published_at) AS first_title,
       min(a.published_at) AS first_at,
       max(a.published_at) AS last_at
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
GROUP BY c.cluster_id
ORDER BY articles DESC, c.cluster_id
LIMIT CAST(:limit AS INT)
