-- Which gates did the last published run pass, and what did each of them find?
WITH last_release AS (SELECT max_by(run_id, sequence) AS run_id FROM releases)
SELECT r.job, r.name, r.value, r.detail
FROM runs r
JOIN last_release l ON l.run_id = r.run_id
WHERE r.name LIKE 'gate%'
ORDER BY r.job, r.name
