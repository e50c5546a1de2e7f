-- Outlets, those with the most articles first.
SELECT a.source AS id, a.name, a.articles, d.claims, d.drifted, d.copied_in, d.copied_out,
       round(d.original, 3) AS original, round(d.wire, 3) AS wire, r.community
FROM (SELECT source, max(source_name) AS name, count(*) AS articles FROM articles GROUP BY source) a
LEFT JOIN (SELECT source, sum(claims) AS claims, sum(drifted_claims) AS drifted,
                  sum(copied_in) AS copied_in, sum(copied_out) AS copied_out,
                  sum(original_share * words) / sum(words) AS original,
                  sum(wire_share * articles) / sum(articles) AS wire
           FROM source_days GROUP BY source) d ON a.source = d.source
LEFT JOIN outlet_ranks r ON a.source = r.source
ORDER BY articles DESC, id
