-- In which sentences is this number stated, word for word, and where in the text do they stand?
-- :param value 1250
-- :param unit silo
SELECT c.source, c.published_at, c.sentence, c.surface, c.article_id, c.sentence_begin, c.sentence_end,
       c.section, c.issues
FROM claims c
WHERE CAST(:value AS DECIMAL(38, 9)) BETWEEN c.value_low AND c.value_high
  AND (:unit = 'any' OR c.unit = :unit)
ORDER BY c.published_at NULLS LAST, c.source, c.article_id, c.begin
