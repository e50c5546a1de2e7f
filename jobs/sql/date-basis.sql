-- Where do the dates come from, and how exact are they?
SELECT coalesce(published_at_basis, 'none') AS basis,
       coalesce(published_at_precision, 'none') AS precision,
       count(*) AS articles,
       round(count(*) / sum(count(*)) OVER (), 3) AS share
FROM articles
GROUP BY 1, 2
ORDER BY articles DESC, basis, precision
