-- One row a pair of outlets, over all months.
SELECT from_source, to_source, sum(articles) AS articles, sum(passages) AS passages,
       round(sum(median_lag * articles) / sum(if(median_lag IS NULL, 0, articles))) AS lag,
       round(sum(credited_share * passages) / sum(passages), 3) AS credited,
       sum(articles_without_wire) AS without_wire
FROM copy_edges GROUP BY from_source, to_source
