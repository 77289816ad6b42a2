SELECT sizes.code, sizes.year, sizes.residents, sizes.households
FROM sizes
JOIN areas ON areas.code = sizes.code
WHERE areas.kind = $kind AND areas.is_current
