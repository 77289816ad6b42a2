-- How a partnership keeps its own counts: of which kind of area, by how long a period.
SELECT "level", period_months, count(*) AS counted
FROM own
WHERE dataset = $dataset
GROUP BY "level", period_months
