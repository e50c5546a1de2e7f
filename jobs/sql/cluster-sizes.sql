-- How many clusters are there of each size, and how dense are they?
SELECT size, count(*) AS clusters, round(avg(density), 3) AS mean_density, round(min(density), 3) AS least_density
FROM (SELECT cluster_id, max(size) AS size, max(density) AS density FROM clusters GROUP BY cluster_id)
GROUP BY size
ORDER BY size DESC
