-- Which numbers changed most on their way from the first article to the last?
-- :param limit 50
SELECT s.trace_id,
       s.unit,
       s.concept,
       s.articles,
       s.independent_roots,
       count_if(t.relation = 'drifted') AS drifted_claims,
       max(t.factor) AS largest_factor,
       s.drift_kinds,
       s.value_min,
       s.value_max
FROM trace_summary s
JOIN traces t ON t.trace_id = s.trace_id
GROUP BY s.trace_id, s.unit, s.concept, s.articles, s.independent_roots, s.drift_kinds, s.value_min,
         s.value_max
HAVING count_if(t.relation = 'drifted') > 0
ORDER BY drifted_claims DESC, largest_factor DESC NULLS LAST, s.trace_id
LIMIT CAST(:limit AS INT)
