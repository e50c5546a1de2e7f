-- What can be found, the most printed first: outlets (o), clusters (c), numbers (n) and claims
-- that are in no family (k). The words of text are what it is found by.
SELECT kind, id, title, note, articles, begin, end, text, weight
FROM (SELECT 'o' AS kind, source AS id, coalesce(max(source_name), source) AS title,
             max(owner) AS note, count(*) AS articles, CAST(NULL AS INT) AS begin,
             CAST(NULL AS INT) AS end, concat_ws(' ', source, max(source_name), max(owner)) AS text,
             count(*) AS weight
      FROM articles GROUP BY source
      UNION ALL
      SELECT 'c', cluster_id, title, lead, articles, NULL, NULL, concat_ws(' ', title, lead, agency),
             articles
      FROM cluster_heads
      UNION ALL
      SELECT 'n', trace_id, sentence, source, articles, begin, end,
             concat_ws(' ', concat_ws(' ', surfaces), sentence, unit, named_origin, value_min, value_max),
             articles
      FROM number_heads
      UNION ALL
      SELECT 'k', concat(c.article_id, '/', c.begin), substring(c.sentence, c.cut + 1, 300), c.source, 1,
             c.begin - c.sentence_begin - c.cut, least(c.end - c.sentence_begin - c.cut, 300),
             concat_ws(' ', substring(c.sentence, c.cut + 1, 300), c.unit, plain(c.value)), 0
      FROM (SELECT *, greatest(0, begin - sentence_begin - 160) AS cut FROM claims) c
      LEFT ANTI JOIN traces t ON c.claim_id = t.claim_id)
ORDER BY weight DESC, kind, id
