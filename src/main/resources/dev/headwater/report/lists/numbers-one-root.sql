-- Numbers that several outlets print on one root, the most printed first.
SELECT trace_id AS id, surface, sentence, begin, end, source, articles, sources,
       independent_roots AS roots, drifted, drift_kinds AS drift, value_min AS low, value_max AS high,
       unit, unix_millis(first_at) AS first_at
FROM number_heads
WHERE independent_roots = 1 AND sources > 1
ORDER BY sources DESC, articles DESC, id
