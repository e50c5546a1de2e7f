-- Counters and gates of the run that was published.
SELECT job, name, value, substring(detail, 1, 200) AS detail
FROM runs JOIN release USING (run_id)
WHERE name NOT LIKE 'snapshot%' AND name NOT IN ('through', 'finished')
ORDER BY job, name LIMIT 500
