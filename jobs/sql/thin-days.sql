-- On which days did an outlet deliver far fewer articles than it usually does?
-- :param least_share 0.5
WITH usual AS (
  SELECT source, median(articles) AS usual_articles, count(*) AS days
  FROM source_days
  GROUP BY source
)
SELECT d.source, d.day, d.articles, u.usual_articles
FROM source_days d
JOIN usual u ON u.source = d.source
WHERE u.days >= 3 AND d.articles < u.usual_articles * CAST(:least_share AS DOUBLE)
ORDER BY d.day, d.source
