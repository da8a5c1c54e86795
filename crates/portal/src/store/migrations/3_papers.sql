-- Contents under DIR/files/kept. Whatever keeps a content refers to its row, so that the
-- row, and with it the file, can go only when nothing needs it any more.
CREATE TABLE stored_file (
    sha256    TEXT PRIMARY KEY,             -- 64 lower-case hexadecimal digits
    bytes     INTEGER NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT;

CREATE TABLE upload (
    id          TEXT PRIMARY KEY,
    owner       TEXT NOT NULL,
    name        TEXT NOT NULL,              -- as the device called it
    purpose     TEXT NOT NULL,              -- paper or attachment
    requirement TEXT,
    bytes       INTEGER NOT NULL,           -- as announced
    arrived     INTEGER NOT NULL DEFAULT 0, -- bytes that count: durable, and in order
    state       TEXT NOT NULL DEFAULT 'sending'
                CHECK (state IN ('sending', 'received', 'checked', 'refused', 'gone')),
    sha256      TEXT REFERENCES stored_file (sha256),
    media_type  TEXT,                       -- as found inside, once checked
    pages       INTEGER,
    fault       TEXT,                       -- why it was refused
    taken_by    TEXT,                       -- the dossier that has it: it stays
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,           -- unless taken
    CHECK (arrived BETWEEN 0 AND bytes),
    CHECK ((state IN ('received', 'checked')) = (sha256 IS NOT NULL)),
    CHECK ((state = 'checked') = (media_type IS NOT NULL)),
    CHECK ((state = 'refused') = (fault IS NOT NULL))
) STRICT;

CREATE INDEX upload_by_owner ON upload (owner);
CREATE INDEX upload_by_content ON upload (sha256);
CREATE INDEX upload_by_end ON upload (expires_at) WHERE taken_by IS NULL;
CREATE INDEX upload_unchecked ON upload (created_at) WHERE state = 'received';

-- Papers that a person handed in before, to be offered again.
CREATE TABLE held_document (
    id          TEXT PRIMARY KEY,
    owner       TEXT NOT NULL,
    name        TEXT NOT NULL,              -- the requirement's name at the time
    kind        TEXT,                       -- of the portal's list, by which forms ask for it
    service     TEXT NOT NULL,
    requirement TEXT NOT NULL,
    dossier     TEXT NOT NULL,              -- the code of the dossier it came with last
    file_name   TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    sha256      TEXT NOT NULL REFERENCES stored_file (sha256),
    added_at    INTEGER NOT NULL,
    UNIQUE (owner, name, sha256)
) STRICT;

CREATE INDEX held_document_by_content ON held_document (sha256);
