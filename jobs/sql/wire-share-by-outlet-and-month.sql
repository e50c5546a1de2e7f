-- What share of each outlet's articles is wire copy, month by month?
-- :param month_from 1900-01-01
-- :param month_to 2999-12-01
SELECT source,
       month,
       articles,
       articles - articles_without_wire AS wire_articles,
       round(wire_share, 3) AS wire_share
FROM source_months
WHERE month BETWEEN CAST(:month_from AS DATE) AND CAST(:month_to AS DATE)
ORDER BY month, wire_share DESC, source
