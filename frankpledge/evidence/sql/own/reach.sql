-- The areas of a kind in those districts, or counties, that a partnership's own counts name.
SELECT DISTINCT {column} AS area
FROM places
WHERE {column} IS NOT NULL
    AND {wide} IN (
        SELECT {wide}
        FROM own
        WHERE dataset = $dataset AND period_months = $grain AND "level" = $level
            AND {wide} IS NOT NULL
    )
