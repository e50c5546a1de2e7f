-- What two articles have in common: their passages, and the claims that are one number.
-- Each block is four offsets: begin and end on the left, begin and end on the right.
SELECT concat(left_id, right_id) AS key,
       struct(flatten(collect_list(passages)) AS passages, max(passages_all) AS passages_all,
              flatten(collect_list(links)) AS links) AS page
FROM (SELECT left_id, right_id,
             slice(sort_array(collect_list(struct(left_begin, left_end, right_begin, right_end, words,
                 round(identity, 3) AS identity, reuse_kind AS kind, origin_class AS origin,
                 flatten(transform(slice(blocks, 1, 1000),
                     b -> array(b.left_begin, b.left_end, b.right_begin, b.right_end))) AS blocks))),
                 1, 50) AS passages,
             count(*) AS passages_all,
             CAST(NULL AS ARRAY<STRUCT<left: STRING, right: STRING, earlier: STRING, relation: STRING,
                 drift: ARRAY<STRING>, factor: STRING, via: STRING, reason: STRING>>) AS links
      FROM passages
      GROUP BY left_id, right_id
      UNION ALL
      SELECT left_id, right_id, NULL, NULL, slice(collect_list(link), 1, 500)
      FROM (SELECT if(f.article_id < t.article_id, f.article_id, t.article_id) AS left_id,
                   if(f.article_id < t.article_id, t.article_id, f.article_id) AS right_id,
                   struct(if(f.article_id < t.article_id, f.claim_id, t.claim_id) AS left,
                          if(f.article_id < t.article_id, t.claim_id, f.claim_id) AS right,
                          if(f.article_id < t.article_id, 'left', 'right') AS earlier,
                          l.relation, l.drift, plain(l.factor) AS factor, l.via,
                          substring(l.reason, 1, 300) AS reason) AS link
            FROM (SELECT from_claim_id, to_claim_id, min(via) AS via,
                         min_by(relation, via) AS relation, min_by(drift, via) AS drift,
                         min_by(factor, via) AS factor, min_by(reason, via) AS reason
                  FROM claim_links WHERE relation <> 'related'
                  GROUP BY from_claim_id, to_claim_id) l
            JOIN claims f ON l.from_claim_id = f.claim_id
            JOIN claims t ON l.to_claim_id = t.claim_id
            WHERE f.article_id != t.article_id)
      GROUP BY left_id, right_id)
GROUP BY left_id, right_id
