-- A result's file that an officer handed over; without a row, the portal has written it (issued).
CREATE TABLE result_file (
    result INTEGER PRIMARY KEY REFERENCES result (id),
    name   TEXT NOT NULL,
    bytes  INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256)
) STRICT;

CREATE INDEX result_file_by_content ON result_file (sha256);

-- The way of a dossier's results by post.
CREATE TABLE posting (
    dossier      INTEGER PRIMARY KEY REFERENCES dossier (id),
    carrier      TEXT NOT NULL,
    number       TEXT NOT NULL,
    sent_at      INTEGER NOT NULL,
    delivered_at INTEGER
) STRICT;
