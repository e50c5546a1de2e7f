-- In which ways do numbers drift in each outlet, with and without wire copy?
SELECT m.source,
       kept.kind AS kind,
       sum(kept.claims) AS claims,
       coalesce(sum(try_element_at(filter(m.drift_without_wire, d -> d.kind = kept.kind), 1).claims), 0)
         AS claims_without_wire
FROM source_months m
LATERAL VIEW explode(m.drift) AS kept
GROUP BY m.source, kept.kind
ORDER BY claims DESC, m.source, kind
