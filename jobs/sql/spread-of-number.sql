-- How fast did the families of this number spread: articles by hour since the first printing?
-- :param value 1250
-- :param unit silo
SELECT s.trace_id,
       CAST(floor((unix_seconds(c.published_at) - unix_seconds(s.first_at)) / 3600) AS BIGINT)
         AS hours_after_first,
       count(DISTINCT t.article_id) AS articles,
       count(DISTINCT c.source) AS sources
FROM trace_summary s
JOIN traces t ON t.trace_id = s.trace_id
JOIN claims c ON c.claim_id = t.claim_id
WHERE c.published_at IS NOT NULL
  AND s.first_at IS NOT NULL
  AND EXISTS (
    SELECT 1
    FROM traces m
    JOIN claims k ON k.claim_id = m.claim_id
    WHERE m.trace_id = s.trace_id
      AND CAST(:value AS DECIMAL(38, 9)) BETWEEN k.value_low AND k.value_high
      AND (:unit = 'any' OR k.unit = :unit))
GROUP BY 1, 2
ORDER BY s.trace_id, hours_after_first
