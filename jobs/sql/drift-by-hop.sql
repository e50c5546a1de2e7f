-- Does a number drift more, the farther it is from its origin?
SELECT hops,
       count(*) AS claims,
       count_if(relation = 'drifted') AS drifted_claims,
       round(count_if(relation = 'drifted') / count(*), 3) AS drifted_share
FROM traces
GROUP BY hops
ORDER BY hops
