-- How much of what each outlet's pages hold is page furniture and not the story?
SELECT source,
       count(*) AS articles,
       round(try_divide(
         sum(aggregate(coalesce(boilerplate, array()), 0, (sum, b) -> sum + b.`end` - b.begin)),
         sum(chars)), 3) AS boilerplate_share
FROM articles
GROUP BY source
ORDER BY boilerplate_share DESC, source
