-- Why are the claims of a family taken for the same number?
-- :param trace_id largest
WITH chosen AS (
  SELECT trace_id
  FROM trace_summary
  WHERE :trace_id = 'largest' OR trace_id = :trace_id
  ORDER BY articles DESC, trace_id
  LIMIT 1
)
SELECT l.via, l.relation, l.drift, l.factor, l.reason, f.source AS from_source, f.sentence AS from_sentence,
       c.source AS to_source, c.sentence AS to_sentence
FROM claim_links l
JOIN traces tf ON tf.claim_id = l.from_claim_id
JOIN traces tt ON tt.claim_id = l.to_claim_id AND tt.trace_id = tf.trace_id
JOIN chosen ON chosen.trace_id = tf.trace_id
JOIN claims f ON f.claim_id = l.from_claim_id
JOIN claims c ON c.claim_id = l.to_claim_id
WHERE l.relation <> 'related'
ORDER BY f.published_at NULLS LAST, c.published_at NULLS LAST, l.from_claim_id, l.to_claim_id
