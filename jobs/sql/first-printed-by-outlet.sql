-- Which outlets print numbers first that others print later, with and without wire copy?
SELECT source,
       sum(first_printed_claims) AS first_printed_claims,
       sum(first_printed_claims_without_wire) AS first_printed_claims_without_wire,
       round(try_divide(sum(first_printed_claims), sum(claims)), 3) AS share_of_claims
FROM source_months
GROUP BY source
HAVING sum(first_printed_claims) > 0
ORDER BY first_printed_claims DESC, source
