-- Which reprint clusters merged, split or moved in the last 30 releases, and why does this id live on?
SELECT r.published_at, l.event, l.cluster_id, l.other_id, l.stretches, l.reason
FROM cluster_log l
JOIN releases r ON r.run_id = l.run_id
WHERE r.sequence > (SELECT max(sequence) - 30 FROM releases)
ORDER BY r.sequence DESC, l.event, l.cluster_id, l.other_id
