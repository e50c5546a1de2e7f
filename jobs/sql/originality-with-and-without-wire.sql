-- How much of what each outlet prints is its own, with wire copy counted and with wire copy left out?
SELECT a.source,
       count(*) AS articles,
       round(count_if(coalesce(r.role, 'original') <> 'copy') / count(*), 3) AS not_copied_share,
       count_if(r.agency IS NULL) AS articles_without_wire,
       round(try_divide(
         count_if(r.agency IS NULL AND coalesce(r.role, 'original') <> 'copy'),
         count_if(r.agency IS NULL)), 3) AS not_copied_share_without_wire
FROM articles a
LEFT JOIN reprints r ON r.article_id = a.article_id
WHERE a.version = 1
GROUP BY a.source
ORDER BY not_copied_share_without_wire DESC NULLS LAST, a.source
