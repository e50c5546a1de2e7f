-- The outlets of the network.
SELECT source, CAST(count(DISTINCT c) AS INT) AS copied_by, CAST(count_if(k > 0) AS INT) AS copied_from,
       count(*) / 1000000.0D AS rank, concat('outlet', pmod(hash(source), 8), '.example') AS community,
       concat('outlet', pmod(hash(source), 8), '.example') AS community_without_wire
FROM generated GROUP BY source
