-- Which numbers did an outlet correct in its own article, and from what to what?
SELECT c.source, p.published_at AS first_said_at, c.published_at AS corrected_at, p.surface AS was,
       c.surface AS is_now, p.sentence AS earlier_sentence, c.sentence AS later_sentence, t.trace_id
FROM traces t
JOIN claims c ON c.claim_id = t.claim_id
JOIN claims p ON p.claim_id = t.parent_claim_id
WHERE t.relation = 'corrected'
ORDER BY c.published_at NULLS LAST, c.source, t.claim_id
