COPY (
    SELECT * FROM read_csv(
        $file, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
        nullstr = '', columns = $columns
    )
) TO $to (FORMAT parquet, COMPRESSION zstd)
