-- The areas of a kind that lie in another, those where nothing was counted among them.
SELECT DISTINCT {column} AS area
FROM places
WHERE {column} IS NOT NULL AND {within}
