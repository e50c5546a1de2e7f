-- How many minutes after its model in another outlet does each outlet print a copy, month by month, with and without wire copy?
SELECT source,
       month,
       copied_in,
       median_lag AS median_lag_minutes,
       round(try_element_at(lag_deciles, 9), 1) AS ninth_decile_lag_minutes,
       copied_in_without_wire,
       median_lag_without_wire AS median_lag_minutes_without_wire
FROM source_months
WHERE copied_in > 0
ORDER BY month, median_lag_minutes NULLS LAST, source
