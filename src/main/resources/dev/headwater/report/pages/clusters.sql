-- The page of a cluster: its stretches in order of time, and the numbers that stand in them.
SELECT h.cluster_id AS key,
       struct(h.title, h.lead, h.size, h.density, h.articles, h.sources, h.agency,
              unix_millis(h.first_at) AS first_at, unix_millis(h.last_at) AS last_at,
              m.members, n.numbers, n.numbers_all) AS page
FROM cluster_heads h
JOIN (SELECT c.cluster_id,
             slice(sort_array(collect_list(struct(
                 coalesce(unix_millis(a.published_at), 9007199254740991) AS sort,
                 c.role != 'original' AS later, a.article_id AS article, c.begin, c.end, a.source,
                 a.source_name AS name, substring(a.title, 1, 200) AS title,
                 unix_millis(a.published_at) AS at, a.published_at_precision AS precision, c.role,
                 c.parent, round(c.parent_confidence, 2) AS confidence, c.parent_basis AS basis,
                 c.lag_minutes AS lag, round(c.share, 3) AS share, c.agency,
                 c.representative, t.changed))), 1, 1000) AS members
      FROM clusters c
      JOIN articles a ON c.article_id = a.article_id
      LEFT JOIN (SELECT cluster_id, article_id, count(*) AS changed FROM traces
                 WHERE size(drift) > 0 AND cluster_id IS NOT NULL
                 GROUP BY cluster_id, article_id) t
          ON c.cluster_id = t.cluster_id AND c.article_id = t.article_id
      GROUP BY c.cluster_id) m ON h.cluster_id = m.cluster_id
LEFT JOIN (SELECT t.cluster_id,
                  slice(sort_array(collect_list(struct(-h.articles AS sort, h.trace_id AS number,
                      h.surface, h.unit, h.articles, h.sources, h.independent_roots AS roots,
                      h.drift_kinds AS drift))), 1, 40) AS numbers,
                  count(*) AS numbers_all
           FROM (SELECT DISTINCT cluster_id, trace_id FROM traces WHERE cluster_id IS NOT NULL) t
           JOIN number_heads h ON t.trace_id = h.trace_id
           GROUP BY t.cluster_id) n ON h.cluster_id = n.cluster_id
