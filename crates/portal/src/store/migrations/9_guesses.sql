-- Lookups that found nothing, counted under keyed hashes that name nobody.
CREATE TABLE guess (
    slate BLOB PRIMARY KEY,
    count INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
