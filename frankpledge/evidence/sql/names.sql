SELECT code, name
FROM areas
WHERE kind = $kind
