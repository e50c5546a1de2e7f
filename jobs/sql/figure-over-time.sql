-- How did a figure move from day to day, and on whose word does each value stand?
-- :param noun silo
-- :param day_from 1900-01-01
-- :param day_to 2999-12-31
SELECT CAST(published_at AS DATE) AS day,
       value_low,
       value_high,
       unit,
       coalesce(try_element_at(attributed_to, -1), 'no named source') AS original_source,
       count(DISTINCT article_id) AS articles,
       sort_array(collect_set(modality)) AS modalities
FROM claims
WHERE (unit = :noun OR counted_noun = :noun OR array_contains(concept, :noun))
  AND CAST(published_at AS DATE) BETWEEN CAST(:day_from AS DATE) AND CAST(:day_to AS DATE)
GROUP BY 1, 2, 3, 4, 5
ORDER BY day, value_low, value_high, unit, original_source
