-- Which numbers are printed by many outlets but stand on one root only?
-- :param least_sources 3
SELECT s.trace_id, s.sources, s.articles, r.root, r.basis, s.named_origin, s.value_min, s.value_max, s.unit,
       s.concept, s.first_at
FROM trace_summary s
LATERAL VIEW explode(s.roots) AS r
WHERE s.independent_roots = 1 AND s.sources >= CAST(:least_sources AS INT)
ORDER BY s.sources DESC, s.articles DESC, s.trace_id
