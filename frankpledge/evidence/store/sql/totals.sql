COPY (
    SELECT * FROM (
        SELECT
            month,
            force,
            type,
            district,
            county,
            district_name,
            named_only,
            lsoa IS NULL AS nowhere,
            CAST(sum(n) AS BIGINT) AS n
        FROM ($cubes)
        GROUP BY ALL
        UNION ALL
        FROM ($kept)
    )
    ORDER BY county, district, month, type, force
) TO $to (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)
