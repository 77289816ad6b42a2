-- Two periods at once, so that both come from one state of the evidence.
SELECT
    {columns},
    CAST(coalesce(sum(n) FILTER (WHERE month <= $before_end), 0) AS BIGINT) AS counted_before,
    CAST(coalesce(sum(n) FILTER (WHERE month >= $after_start), 0) AS BIGINT) AS counted_after
FROM {table}
WHERE {where} AND (month <= $before_end OR month >= $after_start)
GROUP BY {groups}
