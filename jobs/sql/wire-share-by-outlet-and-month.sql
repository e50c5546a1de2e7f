-- What share of each outlet's articles is wire copy, month by month?
-- :param month_from 1900-01-01
-- :param month_to 2999-12-01
SELECT a.source,
       CAST(date_trunc('MONTH', a.published_at) AS DATE) AS month,
       count(*) AS articles,
       count_if(r.agency IS NOT NULL) AS wire_articles,
       round(count_if(r.agency IS NOT NULL) / count(*), 3) AS wire_share
FROM articles a
LEFT JOIN reprints r ON r.article_id = a.article_id
WHERE a.version = 1
  AND CAST(date_trunc('MONTH', a.published_at) AS DATE)
      BETWEEN CAST(:month_from AS DATE) AND CAST(:month_to AS DATE)
GROUP BY 1, 2
ORDER BY month, wire_share DESC, a.source
