-- In which outlets do numbers drift most often when they are taken from elsewhere?
-- :param least_claims 1
SELECT c.source,
       count(*) AS claims_with_parent,
       count_if(t.relation = 'drifted') AS drifted_claims,
       round(count_if(t.relation = 'drifted') / count(*), 3) AS drifted_share,
       sort_array(array_distinct(flatten(collect_list(t.drift)))) AS kinds
FROM traces t
JOIN claims c ON c.claim_id = t.claim_id
WHERE t.parent_claim_id IS NOT NULL
GROUP BY c.source
HAVING count(*) >= CAST(:least_claims AS INT)
ORDER BY drifted_share DESC, drifted_claims DESC, c.source
