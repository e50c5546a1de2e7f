-- Which articles were changed after they were first published, and how often?
SELECT article_key,
       min_by(source, version) AS source,
       max_by(title, version) AS title,
       max(version) AS versions,
       min(published_at) AS first_at,
       max(published_at) AS last_at,
       max_by(words, version) - min_by(words, version) AS words_added
FROM articles
GROUP BY article_key
HAVING max(version) > 1
ORDER BY versions DESC, article_key
