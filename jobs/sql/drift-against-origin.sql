-- What became of a number against its first printing, over all steps, where the last step alone would not tell?
SELECT t.trace_id,
       t.hops,
       o.source AS origin_source,
       o.surface AS origin_surface,
       c.source,
       c.surface,
       t.origin_drift,
       t.origin_factor,
       t.drift AS drift_of_last_step,
       o.article_id AS origin_article,
       o.sentence_begin AS origin_sentence_begin,
       o.sentence_end AS origin_sentence_end,
       c.article_id,
       c.sentence_begin,
       c.sentence_end
FROM traces t
JOIN claims c ON c.claim_id = t.claim_id
JOIN claims o ON o.claim_id = t.origin_claim_id
WHERE size(t.origin_drift) > 0 AND t.origin_drift <> t.drift
ORDER BY t.trace_id, c.published_at NULLS LAST, t.claim_id
