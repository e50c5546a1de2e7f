-- How many articles and words would go if one representative a cluster were kept, outlet by outlet?
-- :param least_share 0.5
SELECT a.source,
       count(*) AS articles,
       count_if(r.cluster_id IS NOT NULL AND NOT r.representative) AS articles_removed,
       sum(a.words) AS words,
       coalesce(sum(a.words) FILTER (WHERE r.cluster_id IS NOT NULL AND NOT r.representative), 0)
         AS words_removed
FROM articles a
LEFT JOIN reprints r
  ON r.article_id = a.article_id AND r.share >= CAST(:least_share AS DOUBLE)
GROUP BY a.source
ORDER BY words_removed DESC, a.source
