-- Between which values did a figure lie on each day, and how many outlets stated it?
-- :param noun silo
SELECT CAST(published_at AS DATE) AS day,
       unit,
       min(value_low) AS value_min,
       max(value_high) AS value_max,
       count(DISTINCT article_id) AS articles,
       count(DISTINCT source) AS sources
FROM claims
WHERE (unit = :noun OR counted_noun = :noun OR array_contains(concept, :noun))
  AND published_at IS NOT NULL
GROUP BY 1, 2
ORDER BY day, unit
