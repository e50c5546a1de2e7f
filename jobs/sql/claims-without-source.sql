-- Which outlets state numbers without naming any source?
SELECT source,
       count(*) AS claims,
       count_if(size(attributed_to) = 0) AS claims_without_source,
       round(count_if(size(attributed_to) = 0) / count(*), 3) AS share_without_source
FROM claims
WHERE section <> 'boilerplate'
GROUP BY source
ORDER BY share_without_source DESC, claims DESC, source
