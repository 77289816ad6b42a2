SELECT DISTINCT type
FROM own
WHERE dataset = $dataset
