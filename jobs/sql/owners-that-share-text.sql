-- Which owners print the same text in several of their outlets?
SELECT a.owner, count(DISTINCT c.cluster_id) AS clusters, sort_array(collect_set(a.source)) AS sources
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
WHERE a.owner IS NOT NULL
  AND EXISTS (
    SELECT 1
    FROM clusters d
    JOIN articles b ON b.article_id = d.article_id
    WHERE d.cluster_id = c.cluster_id AND b.owner = a.owner AND b.source <> a.source)
GROUP BY a.owner
ORDER BY clusters DESC, a.owner
