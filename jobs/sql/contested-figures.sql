-- Which numbers are stated with different values, and how far apart are these?
-- :param least_articles 2
SELECT trace_id, value_min, value_max, unit, concept, articles, sources, independent_roots,
       named_origin, drift_kinds
FROM trace_summary
WHERE value_min < value_max AND articles >= CAST(:least_articles AS INT)
ORDER BY articles DESC, trace_id
