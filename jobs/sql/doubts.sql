-- Which doubts were noted while articles and claims were read, and how often?
SELECT row_of, issue, count(*) AS rows
FROM (
  SELECT 'article' AS row_of, explode(issues) AS issue FROM articles
  UNION ALL
  SELECT 'claim' AS row_of, explode(issues) AS issue FROM claims
)
GROUP BY row_of, issue
ORDER BY rows DESC, row_of, issue
