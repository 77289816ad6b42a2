-- By weekday, Monday being 1, and hour; and how many stand at midnight to the minute.
SELECT
    CAST(extract(isodow FROM moment) AS INTEGER) AS day_at,
    CAST(extract(hour FROM moment) AS INTEGER) AS hour_at,
    count(*) AS counted,
    count(*) FILTER (
        WHERE extract(hour FROM moment) = 0
            AND extract(minute FROM moment) = 0
            AND extract(second FROM moment) = 0
    ) AS at_midnight
FROM stops
WHERE {where}
GROUP BY extract(isodow FROM moment), extract(hour FROM moment)
