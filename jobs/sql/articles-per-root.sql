-- By how much would counting articles overstate the evidence: articles, outlets and roots of the numbers most printed?
-- :param limit 50
SELECT trace_id, articles, sources, clusters, independent_roots,
       round(articles / independent_roots, 2) AS articles_per_root, named_origin, value_min, value_max, unit,
       concept
FROM trace_summary
WHERE independent_roots > 0
ORDER BY articles DESC, articles_per_root DESC, trace_id
LIMIT CAST(:limit AS INT)
