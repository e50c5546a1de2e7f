-- One row an article: its cluster c, its place k in it, and the pieces that its text is made of.
SELECT c, k, size, lpad(lower(hex(xxhash64(c, k))), 16, '0') AS article_id,
       lpad(lower(hex(xxhash64(c, 'cluster'))), 16, '0') AS cluster_id,
       concat('outlet', pmod(hash(c, k), 600), '.example') AS source,
       timestamp_seconds(1767225600 + pmod(hash(c), 7776000) + k * 1800) AS published_at,
       concat('The harbour board of ', element_at(names, CAST(pmod(hash(c), 40) + 1 AS INT)), ' counted ') AS opening,
       concat(if(k % 7 = 3, 200, 100) + pmod(hash(c, 's'), 900), ' ships') AS ships,
       concat(' on Monday, its clerk said. ', initcap(body), '. The new quay cost ') AS middle,
       concat(3 + pmod(hash(c, 'm'), 90), ' million dollars') AS money,
       concat(', the board said on the day after. ', initcap(element_at(names, CAST(pmod(hash(c, k), 40) + 1 AS INT))), ' has more.') AS closing,
       initcap(substring(body, 1, 48)) AS title
FROM (SELECT c, k, size, names,
             array_join(transform(sequence(1, 90), i -> concat(
                 element_at(names, CAST(pmod(hash(c, i), 40) + 1 AS INT)),
                 element_at(names, CAST(pmod(hash(i, c), 40) + 1 AS INT)))), ' ') AS body
      FROM (SELECT id AS c, explode(sequence(0L, 1 + if(id % 10 = 0, 5, 0) + if(id % 1000 = 0, 100, 0))) AS k,
                   2 + if(id % 10 = 0, 5, 0) + if(id % 1000 = 0, 100, 0) AS size,
                   split('ba,ce,di,fo,gu,ha,je,ki,lo,mu,na,pe,qui,ro,su,ta,ve,wi,xo,yu,zan,ber,cil,dor,ful,gar,hen,jil,kor,lun,mar,nel,pil,ros,sul,tan,vel,win,yor,zul', ',') AS names
            FROM range(:clusters)))
