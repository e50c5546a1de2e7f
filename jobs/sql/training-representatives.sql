-- Which one article of each cluster should training text keep, how many does it stand for, and why was it chosen?
-- :param least_share 0.5
SELECT a.article_id,
       c.cluster_id,
       coalesce(c.size, 1) AS cluster_size,
       CASE
         WHEN c.cluster_id IS NULL THEN 'no other article shares enough of it'
         WHEN c.role = 'original' THEN 'earliest of its cluster'
         ELSE 'earliest, else longest, of its cluster'
       END AS reason,
       a.source,
       a.title,
       a.words
FROM articles a
LEFT JOIN clusters c
  ON c.article_id = a.article_id AND c.share >= CAST(:least_share AS DOUBLE)
WHERE c.cluster_id IS NULL OR c.representative
ORDER BY cluster_size DESC, c.cluster_id NULLS LAST, a.article_id
