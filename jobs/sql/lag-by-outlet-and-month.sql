-- How many minutes after its model does each outlet print a copy, month by month, with and without wire copy?
SELECT a.source,
       CAST(date_trunc('MONTH', a.published_at) AS DATE) AS month,
       count(c.lag_minutes) AS copies_with_lag,
       median(c.lag_minutes) AS median_lag_minutes,
       percentile(c.lag_minutes, 0.9) AS ninth_decile_lag_minutes,
       count(c.lag_minutes) FILTER (WHERE c.agency IS NULL) AS copies_with_lag_without_wire,
       median(c.lag_minutes) FILTER (WHERE c.agency IS NULL) AS median_lag_minutes_without_wire
FROM clusters c
JOIN articles a ON a.article_id = c.article_id
WHERE c.role = 'copy' AND a.published_at IS NOT NULL
GROUP BY 1, 2
ORDER BY month, median_lag_minutes NULLS LAST, a.source
