-- Numbers that changed on the way, the most changed first.
SELECT trace_id AS id, surface, sentence, begin, end, source, articles, sources,
       independent_roots AS roots, drifted, drift_kinds AS drift, value_min AS low, value_max AS high,
       unit, unix_millis(first_at) AS first_at
FROM number_heads
WHERE drifted > 0
ORDER BY size(drift_kinds) DESC, drifted DESC, articles DESC, id
