-- Everything about somebody in one file, for them to take away; the files lie under
-- DIR/files/exports and go when their time is over.
CREATE TABLE export (
    id           TEXT PRIMARY KEY,
    person       TEXT NOT NULL REFERENCES person (id),
    requested_at INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    bytes        INTEGER NOT NULL,
    sha256       TEXT NOT NULL              -- 64 lower-case hexadecimal digits
) STRICT;

CREATE INDEX export_by_person ON export (person, requested_at);

-- That somebody had deleted what the law allows.
CREATE TABLE deletion (
    person TEXT NOT NULL REFERENCES person (id),
    at     INTEGER NOT NULL
) STRICT;
