-- Which articles state this number, and in which words?
-- :param value 1250
-- :param unit silo
SELECT c.published_at, c.source, a.title, c.surface, c.unit, c.bound, c.modality, c.attributed_to,
       c.article_id, c.begin, c.`end`
FROM claims c
JOIN articles a ON a.article_id = c.article_id
WHERE CAST(:value AS DECIMAL(38, 9)) BETWEEN c.value_low AND c.value_high
  AND (:unit = 'any' OR c.unit = :unit)
ORDER BY c.published_at NULLS LAST, c.source, c.article_id, c.begin
