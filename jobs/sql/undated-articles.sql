-- How many articles of each outlet have no usable date, and why?
SELECT source,
       CASE
         WHEN array_contains(issues, 'date_in_future') THEN 'date_in_future'
         WHEN array_contains(issues, 'date_impossible') THEN 'date_impossible'
         WHEN array_contains(issues, 'no_date') THEN 'no_date'
         WHEN array_contains(issues, 'date_unreadable') THEN 'date_unreadable'
         ELSE 'other'
       END AS reason,
       count(*) AS articles
FROM articles
WHERE published_at IS NULL
GROUP BY 1, 2
ORDER BY articles DESC, source, reason
