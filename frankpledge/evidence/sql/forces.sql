-- Whose files an area's crimes come from.
SELECT "force", CAST(sum(n) AS BIGINT) AS counted
FROM {table}
WHERE {where}
GROUP BY "force"
