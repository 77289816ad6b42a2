CREATE OR REPLACE TEMP TABLE taken AS
SELECT
    "Month" AS month,
    coalesce("Reported by", "Falls within") AS reported,
    "LSOA code" AS lsoa,
    "LSOA name" AS lsoa_name,
    try_cast("Longitude" AS DOUBLE) AS lon,
    try_cast("Latitude" AS DOUBLE) AS lat,
    "Location" AS location,
    "Crime type" AS type,
    "Last outcome category" AS outcome,
    "Crime ID" AS crime_id,
    coalesce(NOT lon BETWEEN -9 AND 3 OR NOT lat BETWEEN 49 AND 61.5, false)
    OR (lon IS NULL AND "Longitude" IS NOT NULL)
    OR (lat IS NULL AND "Latitude" IS NOT NULL) AS pointless,
    CASE
        WHEN "Month" = $month AND "Crime type" IS NOT NULL THEN NULL
        WHEN "Month" IS NULL THEN 'it has no month'
        WHEN NOT regexp_full_match("Month", '(19|20)[0-9]{2}-(0[1-9]|1[0-2])')
        THEN 'its month is not written as 2021-04'
        WHEN "Crime type" IS NULL THEN 'it has no crime type'
        WHEN $month = '' AND reported IS NULL THEN 'it does not say which force it is of'
        WHEN $month <> '' THEN 'it is of another month than the file'
    END AS why
FROM ($source)
