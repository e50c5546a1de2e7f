-- The page of an outlet: its days, whom it copies and who copies it, what it changed.
SELECT o.source AS key,
       struct(o.name, o.owner, o.articles, d.days, d.days_all, i.copies_from, i.copies_from_all,
              e.copied_by, e.copied_by_all, n.changed, n.changed_all, f.first, f.first_all,
              r.community, r.rank, c.clusters, c.clusters_all) AS page
FROM (SELECT source, max(source_name) AS name, max(owner) AS owner, count(*) AS articles
      FROM articles GROUP BY source) o
LEFT JOIN (SELECT source,
                  slice(reverse(sort_array(collect_list(struct(day, articles, words,
                      round(original_share, 3) AS original, round(wire_share, 3) AS wire, copied_in,
                      copied_out, median_lag AS lag, claims, attributed_claims AS attributed,
                      drifted_claims AS drifted, first_printed_claims AS first,
                      traced_claims AS traced, single_rooted_claims AS single_rooted, drift)))),
                      1, 2000) AS days,
                  count(*) AS days_all
           FROM source_days GROUP BY source) d ON o.source = d.source
LEFT JOIN (SELECT to_source,
                  slice(sort_array(collect_list(struct(-articles AS sort, from_source AS outlet,
                      articles, passages, lag, credited))), 1, 50) AS copies_from,
                  count(*) AS copies_from_all
           FROM edges GROUP BY to_source) i ON o.source = i.to_source
LEFT JOIN (SELECT from_source,
                  slice(sort_array(collect_list(struct(-articles AS sort, to_source AS outlet,
                      articles, passages, lag, credited))), 1, 50) AS copied_by,
                  count(*) AS copied_by_all
           FROM edges GROUP BY from_source) e ON o.source = e.from_source
LEFT JOIN (SELECT c.source,
                  slice(sort_array(collect_list(struct(-size(t.drift) AS sort, t.trace_id AS number,
                      c.article_id AS article, substring(c.surface, 1, 120) AS surface,
                      substring(p.surface, 1, 120) AS before, p.source AS outlet, t.drift,
                      plain(t.factor) AS factor))), 1, 50) AS changed,
                  count(*) AS changed_all
           FROM traces t JOIN claims c ON t.claim_id = c.claim_id
                         JOIN claims p ON t.parent_claim_id = p.claim_id
           WHERE size(t.drift) > 0 AND t.relation = 'drifted' AND c.source != p.source
           GROUP BY c.source) n ON o.source = n.source
LEFT JOIN (SELECT source,
                  slice(sort_array(collect_list(struct(-articles AS sort, trace_id AS number, surface,
                      unit, articles, sources))), 1, 30) AS first,
                  count(*) AS first_all
           FROM number_heads WHERE sources > 1 GROUP BY source) f ON o.source = f.source
LEFT JOIN (SELECT m.source,
                  slice(sort_array(collect_list(struct(-h.articles AS sort, h.cluster_id AS cluster,
                      h.title, h.articles, h.sources, m.role))), 1, 50) AS clusters,
                  count(*) AS clusters_all
           FROM (SELECT a.source, c.cluster_id, max(c.role) AS role
                 FROM clusters c JOIN articles a ON c.article_id = a.article_id
                 GROUP BY a.source, c.cluster_id) m
           JOIN cluster_heads h ON m.cluster_id = h.cluster_id
           GROUP BY m.source) c ON o.source = c.source
LEFT JOIN outlet_ranks r ON o.source = r.source
