-- How much of what each outlet prints is its own, with wire copy counted and with wire copy left out?
SELECT source,
       sum(articles) AS articles,
       round(sum(original_share * words) / sum(words), 3) AS original_share,
       sum(articles_without_wire) AS articles_without_wire,
       round(try_divide(
         sum(original_share_without_wire * words_without_wire),
         sum(words_without_wire)), 3) AS original_share_without_wire
FROM source_months
GROUP BY source
ORDER BY original_share_without_wire DESC NULLS LAST, source
