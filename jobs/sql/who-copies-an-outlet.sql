-- Who copies this outlet, and is it credited?
-- :param outlet northwire.example
SELECT to_source, month, articles, passages, median_lag, credited_share, direction_confidence
FROM copy_edges
WHERE from_source = :outlet
ORDER BY month, articles DESC, to_source
