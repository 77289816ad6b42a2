CREATE OR REPLACE TEMP TABLE taken AS
SELECT
    $month AS month,
    NULL::VARCHAR AS reported,
    try_cast("Date" AS TIMESTAMPTZ) AS instant,
    timezone('Europe/London', instant) AS moment,
    "Type" AS type,
    "Legislation" AS legislation,
    "Object of search" AS object,
    "Outcome" AS outcome,
    try_cast("Outcome linked to object of search" AS BOOLEAN) AS outcome_linked,
    try_cast("Longitude" AS DOUBLE) AS lon,
    try_cast("Latitude" AS DOUBLE) AS lat,
    "Gender" AS gender,
    "Age range" AS age_range,
    "Officer-defined ethnicity" AS ethnicity,
    lat::VARCHAR AS lsoa,
    coalesce(NOT lon BETWEEN -9 AND 3 OR NOT lat BETWEEN 49 AND 61.5, false)
    OR (lon IS NULL AND "Longitude" IS NOT NULL)
    OR (lat IS NULL AND "Latitude" IS NOT NULL) AS pointless,
    CASE
        WHEN "Date" IS NULL THEN 'it has no date'
        WHEN instant IS NULL THEN 'its date cannot be read'
        WHEN "Type" IS NULL THEN 'it has no type'
        WHEN strftime(moment, '%Y-%m') <> $month
            AND strftime(timezone('UTC', instant), '%Y-%m') <> $month
        THEN 'it is of another month than the file'
    END AS why
FROM ($source)
