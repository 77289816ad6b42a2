SELECT
    month,
    reported,
    count(*) AS n,
    count(*) FILTER (WHERE lsoa IS NULL) AS unplaced
FROM taken
WHERE why IS NULL
GROUP BY month, reported
ORDER BY n DESC, month, reported
