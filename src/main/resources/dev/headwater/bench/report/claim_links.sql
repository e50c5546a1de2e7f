-- Each claim of a copy with that of the first article.
SELECT parent_claim_id AS from_claim_id, claim_id AS to_claim_id, 'passage' AS via,
       'same place of a passage' AS reason, relation, drift, factor
FROM traces WHERE parent_claim_id IS NOT NULL
