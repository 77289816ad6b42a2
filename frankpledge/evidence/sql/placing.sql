-- How many rows the rules of placing touched: split LSOAs, those split over wards, names alone.
SELECT
    CAST(coalesce(sum(CASE WHEN places.is_split THEN here.n END), 0) AS BIGINT) AS in_split,
    CAST(coalesce(sum(CASE WHEN places.is_ward_split THEN here.n END), 0) AS BIGINT) AS over_wards,
    CAST(coalesce(sum(CASE WHEN here.named_only THEN here.n END), 0) AS BIGINT) AS by_name
FROM (SELECT lsoa, named_only, n FROM cube WHERE {where}) AS here
LEFT JOIN places ON places.lsoa = here.lsoa
