-- Claims that contradict, correct, update or are related to a number without being of its family, by family.
SELECT f.trace_id, o.claim_id, min(l.relation) AS relation, min(t.trace_id) AS number
FROM (SELECT from_claim_id AS claim_id, to_claim_id AS other_id, relation FROM claim_links
      WHERE relation IN ('contradicted', 'corrected', 'updated', 'related')
      UNION ALL
      SELECT to_claim_id, from_claim_id, relation FROM claim_links
      WHERE relation IN ('contradicted', 'corrected', 'updated', 'related')) l
JOIN traces f ON l.claim_id = f.claim_id
JOIN claims o ON l.other_id = o.claim_id
LEFT JOIN traces t ON l.other_id = t.claim_id
WHERE t.trace_id IS NULL OR t.trace_id != f.trace_id
GROUP BY f.trace_id, o.claim_id
