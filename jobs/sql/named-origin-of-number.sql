-- On whose word does this number stand: which original sources do the articles name, and how often?
-- :param value 1250
-- :param unit silo
SELECT coalesce(try_element_at(attributed_to, -1), 'no named source') AS original_source,
       count(DISTINCT article_id) AS articles,
       count(DISTINCT source) AS sources,
       min(published_at) AS first_at,
       max(published_at) AS last_at
FROM claims
WHERE CAST(:value AS DECIMAL(38, 9)) BETWEEN value_low AND value_high
  AND (:unit = 'any' OR unit = :unit)
GROUP BY 1
ORDER BY articles DESC, original_source
