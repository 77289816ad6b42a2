COPY (
    SELECT
        "Crime ID" AS crime_id,
        "LSOA code" AS lsoa,
        "LSOA name" AS lsoa_name,
        "Outcome type" AS outcome
    FROM ($source)
    WHERE "Month" = $month
        AND "Outcome type" IS NOT NULL
        AND coalesce("Reported by", "Falls within") = $reported
    ORDER BY lsoa NULLS LAST
) TO $to (FORMAT parquet)
