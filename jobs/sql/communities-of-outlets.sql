-- Which communities of outlets copy one another?
-- :param least_outlets 2
SELECT community,
       max(community_size) AS outlets,
       sort_array(collect_list(source)) AS members,
       round(sum(rank), 4) AS rank
FROM outlet_ranks
GROUP BY community
HAVING max(community_size) >= CAST(:least_outlets AS INT)
ORDER BY outlets DESC, community
