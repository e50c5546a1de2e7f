-- Inputs that were not used, by reason.
SELECT reason, count(*) AS inputs, min(detail) AS example FROM rejects
GROUP BY reason ORDER BY inputs DESC, reason LIMIT 50
