-- Articles by day; where there are too many days for a picture, the last ones.
SELECT CAST(day AS STRING) AS day, sum(articles) AS articles, sum(copied_in) AS copied,
       round(sum(wire_share * articles)) AS wire, sum(claims) AS claims, sum(drifted_claims) AS drifted
FROM source_days GROUP BY day ORDER BY day DESC LIMIT 3000
