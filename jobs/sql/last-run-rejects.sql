-- Which inputs did the last published run refuse, by reason?
WITH last_release AS (SELECT max_by(run_id, sequence) AS run_id FROM releases)
SELECT r.reason, count(*) AS records, count(DISTINCT r.input) AS inputs, min_by(r.detail, r.input) AS example
FROM rejects r
JOIN last_release l ON l.run_id = r.run_id
GROUP BY r.reason
ORDER BY records DESC, r.reason
