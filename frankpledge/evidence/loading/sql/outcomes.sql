CREATE OR REPLACE TEMP TABLE taken AS
SELECT
    "Month" AS month,
    coalesce("Reported by", "Falls within") AS reported,
    "Crime ID" AS crime_id,
    "LSOA code" AS lsoa,
    "LSOA name" AS lsoa_name,
    "Outcome type" AS outcome,
    false AS pointless,
    CASE
        WHEN "Month" = $month AND "Outcome type" IS NOT NULL THEN NULL
        WHEN "Month" IS NULL THEN 'it has no month'
        WHEN NOT regexp_full_match("Month", '(19|20)[0-9]{2}-(0[1-9]|1[0-2])')
        THEN 'its month is not written as 2021-04'
        WHEN "Outcome type" IS NULL THEN 'it has no outcome'
        WHEN $month = '' AND reported IS NULL THEN 'it does not say which force it is of'
        WHEN $month <> '' THEN 'it is of another month than the file'
    END AS why
FROM ($source)
