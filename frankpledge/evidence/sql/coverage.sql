SELECT "force", force_name, month
FROM coverage
WHERE dataset = $dataset
