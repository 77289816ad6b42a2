-- Published points repeat: each once a month, with how often. Only what its box may hold is read.
SELECT month, lon, lat, count(*) AS counted
FROM street
WHERE {where}
    AND lon BETWEEN $west AND $east
    AND lat BETWEEN $south AND $north
GROUP BY month, lon, lat
