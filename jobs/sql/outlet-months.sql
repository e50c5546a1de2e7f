-- What is the record of each outlet by month, with and without wire copy: own work, copies, lag, attribution, drift?
-- :param month_from 1900-01-01
-- :param month_to 2999-12-01
SELECT source,
       month,
       articles,
       articles_without_wire,
       round(wire_share, 3) AS wire_share,
       round(original_share, 3) AS original_share,
       round(original_share_without_wire, 3) AS original_share_without_wire,
       copied_in,
       copied_in_without_wire,
       copied_out,
       copied_out_without_wire,
       median_lag,
       median_lag_without_wire,
       first_printed_claims,
       round(attributed_share, 3) AS attributed_share,
       round(single_rooted_share, 3) AS single_rooted_share,
       drifted_claims,
       corrected_claims
FROM source_months
WHERE month BETWEEN CAST(:month_from AS DATE) AND CAST(:month_to AS DATE)
ORDER BY month, articles DESC, source
