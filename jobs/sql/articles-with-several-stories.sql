-- Which articles or pages hold several stretches that were printed elsewhere?
SELECT a.article_id, a.source, a.title, a.words, count(DISTINCT c.cluster_id) AS clusters,
       round(sum(c.share), 3) AS share_in_clusters
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
GROUP BY a.article_id, a.source, a.title, a.words
HAVING count(DISTINCT c.cluster_id) > 1
ORDER BY clusters DESC, a.article_id
