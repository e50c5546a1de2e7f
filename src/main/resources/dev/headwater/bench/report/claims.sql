-- Two numbers in each article: the ships and the money.
SELECT lpad(lower(hex(xxhash64(article_id, n))), 16, '0') AS claim_id, article_id, source, published_at,
       CAST(length(before) AS INT) AS begin, CAST(length(before) + length(surface) AS INT) AS end, surface,
       0 AS sentence_begin, CAST(length(sentence) AS INT) AS sentence_end, sentence,
       CAST(split(surface, ' ')[0] AS DECIMAL(38, 18)) AS value_low,
       CAST(split(surface, ' ')[0] AS DECIMAL(38, 18)) AS value_high,
       CAST(split(surface, ' ')[0] AS DECIMAL(38, 18)) AS value, if(n = 1, 'ship', 'USD') AS unit, '=' AS bound,
       CAST(NULL AS STRING) AS hedge, CAST(NULL AS STRING) AS scope, CAST(NULL AS STRING) AS per,
       'asserted' AS modality, 'positive' AS polarity, array('the clerk') AS attributed_to, c, k, n
FROM (SELECT *, inline(array(
          struct(1 AS n, opening AS before, ships AS surface,
                 concat(opening, ships, ' on Monday, its clerk said.') AS sentence),
          struct(2 AS n, concat(opening, ships, middle) AS before, money AS surface,
                 concat(opening, ships, middle, money, ', the board said on the day after.') AS sentence)))
      FROM generated)
