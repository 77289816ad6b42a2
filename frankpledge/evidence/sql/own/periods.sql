SELECT DISTINCT month
FROM own
WHERE dataset = $dataset AND period_months = $grain AND "level" = $level
