-- Who copies whom among those outlets, the most first.
SELECT from_source AS from, to_source AS to, articles, passages, lag, credited, without_wire
FROM edges
WHERE from_source IN (SELECT source FROM outlet_ranks ORDER BY rank DESC, source LIMIT 400)
  AND to_source IN (SELECT source FROM outlet_ranks ORDER BY rank DESC, source LIMIT 400)
ORDER BY articles DESC, from, to LIMIT 3000
