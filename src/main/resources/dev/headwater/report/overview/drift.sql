-- What became of numbers on the way, by kind.
SELECT kind, count(*) AS claims
FROM traces LATERAL VIEW explode(drift) d AS kind
GROUP BY kind ORDER BY claims DESC, kind
