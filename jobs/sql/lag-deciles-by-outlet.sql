-- How are the minutes between model and copy spread in each outlet's month: deciles, with and without wire copy?
SELECT source,
       month,
       transform(lag_deciles, lag -> round(lag, 1)) AS lag_deciles,
       transform(lag_deciles_without_wire, lag -> round(lag, 1)) AS lag_deciles_without_wire
FROM source_months
WHERE lag_deciles IS NOT NULL
ORDER BY month, lag_deciles[4], source
