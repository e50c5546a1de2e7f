-- Which outlet copies which when wire copy is left out?
SELECT p.source AS from_source,
       a.source AS to_source,
       count(DISTINCT c.article_id) AS articles,
       count(*) AS passages,
       median(c.lag_minutes) AS median_lag_minutes,
       round(avg(c.parent_confidence), 3) AS direction_confidence
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
JOIN articles p ON p.article_id = c.parent
WHERE c.role = 'copy' AND c.agency IS NULL AND p.source <> a.source
GROUP BY p.source, a.source
ORDER BY articles DESC, from_source, to_source
