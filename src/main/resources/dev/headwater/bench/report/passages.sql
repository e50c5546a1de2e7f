-- A passage of three blocks between the first article of a cluster and each other one.
SELECT least(f.article_id, g.article_id) AS left_id, greatest(f.article_id, g.article_id) AS right_id,
       0 AS left_begin, length(concat(g.opening, g.ships, g.middle, g.money)) AS left_end,
       0 AS right_begin, length(concat(g.opening, g.ships, g.middle, g.money)) AS right_end,
       115 AS words, 0.99D AS identity, 'edited' AS reuse_kind, 'outlet' AS origin_class,
       transform(array(array(0, length(g.opening)),
                       array(length(g.opening) + 4, length(concat(g.opening, g.ships, g.middle, g.money)))),
                 b -> struct(b[0] AS left_begin, b[1] AS left_end, b[0] AS right_begin, b[1] AS right_end))
           AS blocks
FROM generated g JOIN (SELECT c, article_id FROM generated WHERE k = 0) f ON g.c = f.c
WHERE g.k > 0
