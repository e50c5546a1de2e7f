-- Whom does this outlet copy, and how long after?
-- :param outlet harborcourier.example
SELECT from_source, month, articles, passages, median_lag, credited_share, direction_confidence
FROM copy_edges
WHERE to_source = :outlet
ORDER BY month, articles DESC, from_source
