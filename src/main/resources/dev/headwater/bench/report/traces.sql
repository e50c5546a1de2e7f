-- A family a number of a cluster: every claim comes from that of the first article.
SELECT lpad(lower(hex(xxhash64(c, n))), 16, '0') AS trace_id, claim_id, article_id, origin AS origin_claim_id,
       if(k = 0, NULL, origin) AS parent_claim_id,
       if(k = 0, 'origin', if(n = 1 AND k % 7 = 3, 'drifted', 'same')) AS relation,
       if(n = 1 AND k % 7 = 3, array('value'), CAST(array() AS ARRAY<STRING>)) AS drift,
       CAST(NULL AS DECIMAL(38, 18)) AS factor, if(k = 0, NULL, 'passage') AS via,
       lpad(lower(hex(xxhash64(c, 'cluster'))), 16, '0') AS cluster_id, 'the clerk' AS root,
       if(k = 0, 0, 1) AS hops
FROM (SELECT *, first_value(claim_id) OVER (PARTITION BY c, n ORDER BY k) AS origin FROM claims)
