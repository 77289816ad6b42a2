COPY (
    SELECT $columns FROM taken
    WHERE why IS NULL AND ($which)
    ORDER BY $sorted
) TO $to (FORMAT parquet, COMPRESSION $packing)
