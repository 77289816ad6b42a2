SELECT
    coalesce(why, $pointless) AS reason,
    count(*) AS n,
    list(concat_ws(', ', $sample))[:5] AS samples,
    any_value(why) IS NULL AS is_taken
FROM taken
WHERE why IS NOT NULL OR pointless
GROUP BY reason
ORDER BY n DESC, reason
