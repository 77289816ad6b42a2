COPY (
    SELECT
        "LSOA code" AS lsoa,
        "LSOA name" AS lsoa_name,
        CAST("Longitude" AS DOUBLE) AS lon,
        CAST("Latitude" AS DOUBLE) AS lat,
        "Location" AS location,
        "Crime type" AS type,
        "Last outcome category" AS outcome,
        "Crime ID" AS crime_id
    FROM ($source)
    WHERE "Month" = $month
        AND "Crime type" IS NOT NULL
        AND coalesce("Reported by", "Falls within") = $reported
        AND coalesce(lon BETWEEN -9 AND 3, true)
        AND coalesce(lat BETWEEN 49 AND 61.5, true)
    ORDER BY lsoa NULLS LAST
) TO $to (FORMAT parquet)
