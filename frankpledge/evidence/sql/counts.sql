-- What is counted, by what is asked for. Whoever asks puts it in order: engines sort names apart.
SELECT {columns}, CAST(sum(n) AS BIGINT) AS counted
FROM {table}
WHERE {where}
GROUP BY {groups}
