-- Numbers that an article contradicts.
SELECT trace_id AS id, surface, sentence, begin, end, source, articles, sources,
       independent_roots AS roots, drifted, drift_kinds AS drift, value_min AS low, value_max AS high,
       unit, unix_millis(first_at) AS first_at
FROM number_heads
WHERE contradicted > 0
ORDER BY contradicted DESC, articles DESC, id
