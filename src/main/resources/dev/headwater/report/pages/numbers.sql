-- The page of a number family: every claim with its parent and what became of it on the way, the
-- roots that prove the count, and the families that measure the same at other times.
SELECT h.trace_id AS key,
       struct(h.claims, h.articles, h.sources, h.clusters, h.named_origin, h.unit, h.concept,
              h.value_min, h.value_max, unix_millis(h.first_at) AS first_at,
              unix_millis(h.last_at) AS last_at, h.drift_kinds AS drift, h.surface, h.sentence, h.begin,
              h.end, h.source, h.independent_roots,
              transform(slice(h.roots, 1, 200), r -> struct(r.root, r.basis,
                  size(r.article_ids) AS count, slice(r.article_ids, 1, 200) AS articles)) AS roots,
              m.members, g.against, g.against_all, s.series, s.series_all) AS page
FROM number_heads h
JOIN (SELECT t.trace_id,
             slice(sort_array(collect_list(struct(
                 t.hops AS hops, unix_millis(c.published_at) AS at, c.claim_id AS claim,
                 c.article_id AS article, c.source, a.source_name AS name, substring(a.title, 1, 200) AS title,
                 a.published_at_precision AS precision, substring(c.surface, 1, 200) AS surface,
                 substring(c.sentence, c.cut + 1, 600) AS sentence,
                 c.begin - c.sentence_begin - c.cut AS begin,
                 least(c.end - c.sentence_begin - c.cut, 600) AS end,
                 plain(c.value_low) AS low, plain(c.value_high) AS high, substring(c.unit, 1, 60) AS unit,
                 c.bound, c.hedge, c.scope, c.per, c.modality, c.polarity,
                 slice(c.attributed_to, 1, 6) AS attributed_to, t.relation, t.drift,
                 plain(t.factor) AS factor, t.via, t.parent_claim_id AS parent, t.root,
                 t.cluster_id AS cluster, substring(l.reason, 1, 300) AS reason))),
                 1, 1000) AS members
      FROM traces t
      JOIN (SELECT *, greatest(0, begin - sentence_begin - 300) AS cut FROM claims) c
          ON t.claim_id = c.claim_id
      JOIN articles a ON c.article_id = a.article_id
      LEFT JOIN (SELECT from_claim_id, to_claim_id, min_by(reason, via) AS reason
                 FROM claim_links GROUP BY from_claim_id, to_claim_id) l
          ON l.from_claim_id = t.parent_claim_id AND l.to_claim_id = t.claim_id
      GROUP BY t.trace_id) m ON h.trace_id = m.trace_id
LEFT JOIN (SELECT trace_id,
                  slice(sort_array(collect_list(struct(unix_millis(c.published_at) AS at,
                      c.claim_id AS claim, c.article_id AS article, c.source,
                      substring(c.surface, 1, 200) AS surface,
                      substring(c.sentence, 1, 600) AS sentence,
                      c.begin - c.sentence_begin AS begin,
                      least(c.end - c.sentence_begin, 600) AS end, x.relation, x.number))), 1, 100)
                      AS against,
                  count(*) AS against_all
           FROM disputes x JOIN claims c ON x.claim_id = c.claim_id
           GROUP BY trace_id) g ON h.trace_id = g.trace_id
LEFT JOIN (SELECT series_id,
                  slice(sort_array(collect_list(struct(unix_millis(first_at) AS at, trace_id AS number,
                      surface, unit, value_min AS low, value_max AS high, articles, sources))),
                      1, 100) AS series,
                  count(*) AS series_all
           FROM number_heads GROUP BY series_id HAVING count(*) > 1) s ON h.series_id = s.series_id
