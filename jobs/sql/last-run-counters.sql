-- What did the last published run read, write and take, job by job?
WITH last_release AS (SELECT max_by(run_id, sequence) AS run_id FROM releases),
     counters AS (SELECT r.*, min(r.at) OVER (PARTITION BY r.job) AS job_ended
                  FROM runs r
                  JOIN last_release l ON l.run_id = r.run_id)
SELECT job, name, value, detail, at
FROM counters
ORDER BY job_ended, job, name
