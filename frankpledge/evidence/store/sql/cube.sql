COPY (
    WITH rows AS (
        SELECT month, type, lsoa, lsoa_name
        FROM read_parquet(
            $files, hive_partitioning = true, hive_types = {'force': VARCHAR, 'month': DATE}
        )
    ),
    counted AS (
        SELECT month, type, lsoa, count(*) AS n FROM rows GROUP BY month, type, lsoa
    ),
    held AS (
        SELECT lsoa, regexp_replace(any_value(lsoa_name), ' [0-9]{3}[A-Z]$$', '') AS said
        FROM rows
        GROUP BY lsoa
    ),
    placed AS (
        SELECT
            held.lsoa,
            places.lsoa_now,
            places.msoa,
            places.ward,
            coalesce(places.district, named.code) AS district,
            CASE WHEN places.district IS NULL THEN named.county ELSE places.county END AS county,
            coalesce(areas.name, named.today, held.said) AS district_name,
            held.lsoa IS NOT NULL AND places.district IS NULL AS named_only
        FROM held
        LEFT JOIN places ON places.lsoa = held.lsoa
        LEFT JOIN areas ON areas.code = places.district
        LEFT JOIN named ON places.district IS NULL AND named.name = held.said
    )
    SELECT
        counted.month,
        $force AS force,
        counted.type,
        counted.lsoa,
        placed.lsoa_now,
        placed.msoa,
        placed.ward,
        placed.district,
        placed.county,
        placed.district_name,
        placed.named_only,
        counted.n
    FROM counted
    JOIN placed ON placed.lsoa IS NOT DISTINCT FROM counted.lsoa
    ORDER BY placed.district, counted.lsoa, counted.month, counted.type
) TO $to (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 30720)
