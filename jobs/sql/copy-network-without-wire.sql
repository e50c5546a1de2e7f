-- Which outlet copies which when wire copy is left out?
-- :param least_articles 1
SELECT from_source,
       to_source,
       sum(articles_without_wire) AS articles,
       sum(passages_without_wire) AS passages,
       round(
         sum(credited_share_without_wire * passages_without_wire) / sum(passages_without_wire),
         3) AS credited_share,
       round(
         sum(direction_confidence_without_wire * passages_without_wire)
           / sum(passages_without_wire),
         3) AS direction_confidence,
       min(month) AS first_month,
       max(month) AS last_month
FROM copy_edges
WHERE passages_without_wire > 0
GROUP BY from_source, to_source
HAVING sum(articles_without_wire) >= CAST(:least_articles AS INT)
ORDER BY articles DESC, from_source, to_source
