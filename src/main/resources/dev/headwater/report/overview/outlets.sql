-- The outlets of the network of copies, the most central first.
SELECT r.source AS id, a.name, a.articles, r.copied_by, r.copied_from, round(r.rank, 6) AS rank,
       r.community, r.community_without_wire
FROM outlet_ranks r
JOIN (SELECT source, max(source_name) AS name, count(*) AS articles FROM articles GROUP BY source) a
    ON r.source = a.source
ORDER BY r.rank DESC, r.source LIMIT 400
