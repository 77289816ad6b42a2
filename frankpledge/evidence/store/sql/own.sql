WITH today AS (
    SELECT areas.code, areas.kind, coalesce(later.followed_by, areas.followed_by, areas.code) AS now
    FROM areas
    LEFT JOIN areas AS later ON later.code = areas.followed_by
),
counties AS (
    SELECT district, min(county) AS county FROM places WHERE district IS NOT NULL GROUP BY district
),
inside AS (
    SELECT lsoa AS code, lsoa_now, msoa, ward, district, county FROM places
    UNION ALL
    SELECT ward, NULL, NULL, ward, min(district), min(county)
    FROM places WHERE ward IS NOT NULL GROUP BY ward
    UNION ALL
    SELECT msoa, NULL, msoa, NULL, min(district), min(county)
    FROM places WHERE msoa IS NOT NULL GROUP BY msoa
    UNION ALL
    SELECT today.code, NULL, NULL, NULL, today.now, counties.county
    FROM today LEFT JOIN counties ON counties.district = today.now
    WHERE today.kind = 'district'
    UNION ALL
    SELECT code, NULL, NULL, NULL, NULL, now FROM today WHERE kind = 'county'
)
SELECT
    counted.dataset,
    counted.period_start AS month,
    counted.period_months,
    counted.measure AS type,
    coalesce(areas.kind, '') AS level,
    inside.lsoa_now,
    inside.msoa,
    inside.ward,
    inside.district,
    inside.county,
    counted.area_code IS NULL AS nowhere,
    counted.n
FROM counted
LEFT JOIN areas ON areas.code = counted.area_code
LEFT JOIN inside ON inside.code = counted.area_code
