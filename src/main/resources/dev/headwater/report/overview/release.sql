-- The release that was read.
SELECT sequence, run_id AS run, unix_millis(published_at) AS at FROM release
