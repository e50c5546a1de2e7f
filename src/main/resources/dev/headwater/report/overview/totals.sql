-- How much there is of everything.
SELECT a.*, c.*, n.*, k.*, e.*
FROM (SELECT count(*) AS articles, count(DISTINCT source) AS outlets,
             unix_millis(min(published_at)) AS first_at, unix_millis(max(published_at)) AS last_at,
             count_if(published_at IS NULL) AS undated FROM articles) a,
     (SELECT count(DISTINCT article_id) AS reprinted_articles,
             count(DISTINCT article_id) FILTER (WHERE role = 'copy') AS copies FROM clusters) c,
     (SELECT count(*) AS numbers, count_if(drifted > 0) AS changed,
             count_if(contradicted > 0) AS contested,
             count_if(sources > 1) AS several_outlets,
             count_if(sources > 1 AND independent_roots = 1) AS one_root FROM number_heads) n,
     (SELECT count(*) AS claims, count_if(size(attributed_to) > 0) AS attributed FROM claims) k,
     (SELECT count(*) AS clusters FROM cluster_heads) e
