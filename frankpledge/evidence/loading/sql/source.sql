SELECT *$absent
FROM read_csv(
    $file, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
    nullstr = '', strict_mode = true, compression = 'none', columns = {$columns}
)
