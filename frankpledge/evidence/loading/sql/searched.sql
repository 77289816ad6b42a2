COPY (
    SELECT type, gender, age_range, ethnicity, count(*) AS n
    FROM taken WHERE why IS NULL
    GROUP BY ALL ORDER BY ALL
) TO $to (FORMAT parquet)
