-- In which units are numbers stated, and how often?
SELECT unit_kind, unit, base_unit, count(*) AS claims, count(DISTINCT source) AS sources
FROM claims
GROUP BY unit_kind, unit, base_unit
ORDER BY claims DESC, unit_kind, unit
