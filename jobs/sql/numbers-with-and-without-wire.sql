-- On how many articles, outlets and independent roots does a number stand, with and without wire copy?
SELECT named_origin,
       value_min,
       value_max,
       unit,
       articles,
       articles_without_wire,
       sources,
       sources_without_wire,
       independent_roots,
       independent_roots_without_wire
FROM trace_summary
WHERE articles > 1
ORDER BY articles - articles_without_wire DESC, articles DESC, trace_id
LIMIT 50
