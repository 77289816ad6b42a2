-- Whose files an area's crimes come from.
SELECT "force", CAST(sum(n) AS BIGINT) AS counted
FROM cube
WHERE {where}
GROUP BY "force"
