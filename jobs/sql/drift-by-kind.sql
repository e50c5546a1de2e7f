-- How often does each kind of drift occur, through copied passages and through numbers told anew?
SELECT kind, via, count(*) AS claims, count(DISTINCT trace_id) AS traces
FROM (SELECT trace_id, via, explode(drift) AS kind FROM traces)
GROUP BY kind, via
ORDER BY claims DESC, kind, via
