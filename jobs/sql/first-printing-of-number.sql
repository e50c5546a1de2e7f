-- Who printed this number first, as far as the dates tell, in each family of claims?
-- :param value 1250
-- :param unit silo
SELECT t.trace_id, c.published_at, c.source, a.title, a.url, c.sentence, a.published_at_basis,
       a.published_at_precision
FROM traces t
JOIN claims c ON c.claim_id = t.claim_id
JOIN articles a ON a.article_id = c.article_id
WHERE t.claim_id = t.origin_claim_id
  AND EXISTS (
    SELECT 1
    FROM traces m
    JOIN claims k ON k.claim_id = m.claim_id
    WHERE m.trace_id = t.trace_id
      AND CAST(:value AS DECIMAL(38, 9)) BETWEEN k.value_low AND k.value_high
      AND (:unit = 'any' OR k.unit = :unit))
ORDER BY c.published_at NULLS LAST, t.trace_id
