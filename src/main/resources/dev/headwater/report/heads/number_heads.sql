-- One row a number family, with what a line about it shows: the words of its origin.
SELECT s.trace_id, s.claims, s.articles, s.sources, s.clusters, s.independent_roots, s.roots,
       s.named_origin, s.unit, s.concept, plain(s.value_min) AS value_min,
       plain(s.value_max) AS value_max, s.first_at, s.last_at, s.drift_kinds, s.series_id,
       m.surface, m.sentence, m.begin, m.end, m.source, m.surfaces, m.drifted,
       m.contradicted + coalesce(d.contradicted, 0) AS contradicted
FROM trace_summary s
JOIN (SELECT t.trace_id,
             max_by(c.surface, t.claim_id = t.origin_claim_id) AS surface,
             max_by(substring(c.sentence, c.cut + 1, 400), t.claim_id = t.origin_claim_id) AS sentence,
             max_by(c.begin - c.sentence_begin - c.cut, t.claim_id = t.origin_claim_id) AS begin,
             max_by(least(c.end - c.sentence_begin - c.cut, 400), t.claim_id = t.origin_claim_id) AS end,
             max_by(c.source, t.claim_id = t.origin_claim_id) AS source,
             slice(sort_array(collect_set(substring(c.surface, 1, 80))), 1, 12) AS surfaces,
             count_if(size(t.drift) > 0) AS drifted,
             count_if(t.relation = 'contradicted') AS contradicted
      FROM traces t
      JOIN (SELECT claim_id, source, substring(surface, 1, 200) AS surface, sentence, begin, end,
                   sentence_begin, greatest(0, begin - sentence_begin - 200) AS cut
            FROM claims) c ON t.claim_id = c.claim_id
      GROUP BY t.trace_id) m ON s.trace_id = m.trace_id
LEFT JOIN (SELECT trace_id, count_if(relation = 'contradicted') AS contradicted
           FROM disputes GROUP BY trace_id) d ON s.trace_id = d.trace_id
