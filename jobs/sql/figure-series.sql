-- How did one measure move: each value of a series of numbers, when it was first told, by whom, and how many told it?
-- :param noun silo
SELECT s.series_id,
       s.first_at,
       o.source AS first_source,
       o.surface AS first_surface,
       s.value_min,
       s.value_max,
       s.claims,
       s.sources,
       s.independent_roots,
       s.named_origin,
       s.trace_id
FROM trace_summary s
JOIN traces t ON t.trace_id = s.trace_id AND t.relation = 'origin'
JOIN claims o ON o.claim_id = t.claim_id
WHERE s.series_id IN (
  SELECT m.series_id
  FROM traces m
  JOIN claims k ON k.claim_id = m.claim_id
  WHERE k.counted_noun = :noun OR k.unit = :noun)
ORDER BY s.series_id, s.first_at NULLS LAST, s.trace_id
