-- What was published when, and how many articles came new with each release?
SELECT s.sequence, s.run_id, s.published_at, s.parent_run_id, s.layout,
       max(r.value) FILTER (WHERE r.job = 'ingest' AND r.name = 'articles') AS articles,
       sum(r.value) FILTER (WHERE r.name = 'seconds') AS seconds
FROM releases s
LEFT JOIN runs r ON r.run_id = s.run_id
GROUP BY s.sequence, s.run_id, s.published_at, s.parent_run_id, s.layout
ORDER BY s.sequence
