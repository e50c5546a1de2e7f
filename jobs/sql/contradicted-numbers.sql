-- Which numbers are disputed on another's word, in whose words, and by how much?
SELECT a.source AS source,
       a.published_at,
       a.surface,
       a.attributed_to,
       b.source AS other_source,
       b.published_at AS disputed_at,
       b.surface AS other_surface,
       b.attributed_to AS other_attributed_to,
       l.factor,
       a.sentence,
       b.sentence AS other_sentence
FROM claim_links l
JOIN claims a ON a.claim_id = l.from_claim_id
JOIN claims b ON b.claim_id = l.to_claim_id
WHERE l.relation = 'contradicted'
ORDER BY disputed_at, a.claim_id, b.claim_id
