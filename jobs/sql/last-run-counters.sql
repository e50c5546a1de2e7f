-- What did the last published run read, write and take, job by job?
WITH last_release AS (SELECT max_by(run_id, sequence) AS run_id FROM releases)
SELECT r.job, r.name, r.value, r.detail, r.at
FROM runs r
JOIN last_release l ON l.run_id = r.run_id
ORDER BY r.at, r.job, r.name
