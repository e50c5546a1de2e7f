-- Which outlets are at the centre of the copying, and which form a community?
SELECT source,
       round(rank, 4) AS rank,
       copied_by,
       copied_from,
       community,
       community_size,
       round(rank_without_wire, 4) AS rank_without_wire,
       community_without_wire
FROM outlet_ranks
ORDER BY rank DESC, source
