-- Which numbers are of the same things and yet another measure: shells sent and shells made, side by side?
SELECT a.source AS one_source,
       a.surface AS one_surface,
       a.sentence AS one_sentence,
       b.source AS other_source,
       b.surface AS other_surface,
       b.sentence AS other_sentence,
       l.reason,
       a.claim_id AS one_claim_id,
       b.claim_id AS other_claim_id
FROM claim_links l
JOIN claims a ON a.claim_id = l.from_claim_id
JOIN claims b ON b.claim_id = l.to_claim_id
WHERE l.relation = 'related'
ORDER BY a.source, b.source, l.from_claim_id, l.to_claim_id
