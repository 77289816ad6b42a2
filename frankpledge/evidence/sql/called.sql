-- Areas that go by a code or a name; an old code leads to the area that followed.
SELECT code, kind, name, is_current, followed_by
FROM areas
WHERE code = $said OR lower(name) = lower($said)
