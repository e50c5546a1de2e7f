-- Where did a number drift, and how do the sentence before and the sentence after read?
-- :param kind any
SELECT t.drift, t.factor, p.source AS from_source, p.sentence AS from_sentence, p.surface AS from_surface,
       c.source AS to_source, c.sentence AS to_sentence, c.surface AS to_surface, t.trace_id, t.via,
       p.article_id AS from_article, p.begin AS from_begin, p.`end` AS from_end,
       p.sentence_begin AS from_sentence_begin, p.sentence_end AS from_sentence_end,
       c.article_id AS to_article, c.begin AS to_begin, c.`end` AS to_end,
       c.sentence_begin AS to_sentence_begin, c.sentence_end AS to_sentence_end
FROM traces t
JOIN claims c ON c.claim_id = t.claim_id
JOIN claims p ON p.claim_id = t.parent_claim_id
WHERE t.relation = 'drifted'
  AND (:kind = 'any' OR array_contains(t.drift, :kind))
ORDER BY t.trace_id, c.published_at NULLS LAST, t.claim_id
