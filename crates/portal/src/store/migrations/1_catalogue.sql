-- Each import is a catalogue; the last one is in force.
CREATE TABLE catalogue (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     TEXT NOT NULL,              -- changes whenever a record changes
    as_of       TEXT,                       -- yyyy-MM-dd, the day it was taken from its source
    imported_on TEXT NOT NULL               -- yyyy-MM-dd in Vietnam
) STRICT;

-- A procedure is in force while last_seen is the catalogue in force; after that it is
-- kept, so that a saved address can still say what happened to it.
CREATE TABLE service (
    code       TEXT PRIMARY KEY,
    record     TEXT NOT NULL,               -- the published line, JSON
    first_seen INTEGER NOT NULL REFERENCES catalogue (id),
    last_seen  INTEGER NOT NULL REFERENCES catalogue (id)
) STRICT;

CREATE INDEX service_by_catalogue ON service (last_seen);

-- Codes that a procedure had before.
CREATE TABLE former_code (
    former TEXT PRIMARY KEY,
    code   TEXT NOT NULL REFERENCES service (code)
) STRICT;
