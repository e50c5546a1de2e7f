-- How did each outlet's record go week by week: articles, own words, copies, claims printed first, drift?
SELECT source,
       week,
       days,
       articles,
       round(original_share, 3) AS original_share,
       copied_in,
       copied_out,
       first_printed_claims,
       drifted_claims,
       corrected_claims
FROM source_weeks
ORDER BY week, articles DESC, source
