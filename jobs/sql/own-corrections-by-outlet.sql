-- How often does each outlet correct its own numbers?
SELECT source,
       sum(corrected_claims) AS corrected_claims,
       sum(claims) AS claims,
       round(1000 * try_divide(sum(corrected_claims), sum(claims)), 2) AS corrections_in_1000_claims
FROM source_months
GROUP BY source
HAVING sum(corrected_claims) > 0
ORDER BY corrected_claims DESC, source
