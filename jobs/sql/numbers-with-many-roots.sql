-- Which numbers are confirmed by more than one independent root, and what are the roots?
-- :param least_roots 2
SELECT trace_id, independent_roots, articles, sources, transform(roots, r -> r.root) AS roots,
       transform(roots, r -> r.basis) AS bases, value_min, value_max, unit, concept
FROM trace_summary
WHERE independent_roots >= CAST(:least_roots AS INT)
ORDER BY independent_roots DESC, articles DESC, trace_id
