-- Which outlet copies which, how much, how fast, and does it give credit?
-- :param least_articles 1
SELECT from_source,
       to_source,
       sum(articles) AS articles,
       sum(passages) AS passages,
       round(sum(credited_share * passages) / sum(passages), 3) AS credited_share,
       round(sum(direction_confidence * passages) / sum(passages), 3) AS direction_confidence,
       min(month) AS first_month,
       max(month) AS last_month
FROM copy_edges
WHERE passages > 0
GROUP BY from_source, to_source
HAVING sum(articles) >= CAST(:least_articles AS INT)
ORDER BY articles DESC, from_source, to_source
