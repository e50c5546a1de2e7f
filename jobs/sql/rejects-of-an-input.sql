-- What was refused in a file or folder, where in it, and why?
-- :param input %
SELECT run_id, input, position, reason, detail, excerpt
FROM rejects
WHERE input LIKE :input
ORDER BY run_id, input, position NULLS FIRST, reason
