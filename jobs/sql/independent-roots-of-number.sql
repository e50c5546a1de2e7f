-- How many independent roots stand behind this number, and which articles collapse into each of them, and why?
-- :param value 1250
-- :param unit silo
WITH families AS (
  SELECT DISTINCT t.trace_id
  FROM traces t
  JOIN claims c ON c.claim_id = t.claim_id
  WHERE CAST(:value AS DECIMAL(38, 9)) BETWEEN c.value_low AND c.value_high
    AND (:unit = 'any' OR c.unit = :unit)
)
SELECT s.trace_id, s.articles, s.sources, s.independent_roots, r.root, r.basis,
       size(r.article_ids) AS articles_of_root, r.article_ids
FROM trace_summary s
JOIN families f ON f.trace_id = s.trace_id
LATERAL VIEW explode(s.roots) AS r
ORDER BY s.articles DESC, s.trace_id, articles_of_root DESC, r.root
