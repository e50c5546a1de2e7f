-- Which texts did one outlet print more than once under different addresses?
SELECT source,
       text_hash,
       count(DISTINCT article_key) AS articles,
       min(published_at) AS first_at,
       max(published_at) AS last_at,
       min_by(title, article_id) AS title,
       sort_array(collect_set(article_id)) AS article_ids
FROM articles
GROUP BY source, text_hash
HAVING count(DISTINCT article_key) > 1
ORDER BY articles DESC, source, text_hash
