-- The page of an article: its text, the numbers in it and the stretches that others share. Of
-- exact copies only the first has passages with other texts; first says which that is.
SELECT a.article_id AS key,
       struct(a.source, a.source_name AS name, a.owner, substring(a.url, 1, 2000) AS url,
              substring(a.title, 1, 500) AS title, substring(a.byline, 1, 300) AS byline, a.agency,
              unix_millis(a.published_at) AS at, a.published_at_precision AS precision,
              a.published_at_basis AS at_basis, a.lang, a.version, a.words, a.issues,
              substring(a.text, 1, 150000) AS text, length(a.text) AS length,
              slice(transform(a.boilerplate, b -> array(b.begin, b.end)), 1, 1000) AS boilerplate,
              c.claims, c.claims_all, s.stretches, f.first_id AS first) AS page
FROM articles a
LEFT JOIN (SELECT article_id, first_id
           FROM (SELECT article_id, first_value(article_id)
                            OVER (PARTITION BY text_hash ORDER BY ingested_at, article_id) AS first_id
                 FROM articles)
           WHERE article_id != first_id) f ON a.article_id = f.article_id
LEFT JOIN (SELECT c.article_id,
                  slice(sort_array(collect_list(struct(c.begin, c.end, c.claim_id AS id,
                      coalesce(plain(c.value), concat(plain(c.value_low), '–', plain(c.value_high)))
                          AS value,
                      substring(c.unit, 1, 60) AS unit, t.trace_id AS number))), 1, 2000) AS claims,
                  count(*) AS claims_all
           FROM claims c LEFT JOIN traces t ON c.claim_id = t.claim_id
           GROUP BY c.article_id) c ON a.article_id = c.article_id
LEFT JOIN (SELECT article_id,
                  slice(sort_array(collect_list(struct(begin, end, cluster_id AS cluster, role, size))),
                        1, 500) AS stretches
           FROM clusters GROUP BY article_id) s ON a.article_id = s.article_id
