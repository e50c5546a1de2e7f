-- Which people and bodies stand behind most numbers, and in how many outlets?
-- :param limit 50
SELECT try_element_at(attributed_to, -1) AS original_source,
       count(*) AS claims,
       count(DISTINCT article_id) AS articles,
       count(DISTINCT source) AS sources
FROM claims
WHERE size(attributed_to) > 0
GROUP BY 1
ORDER BY sources DESC, claims DESC, original_source
LIMIT CAST(:limit AS INT)
