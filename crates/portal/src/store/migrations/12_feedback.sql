-- Phản ánh, kiến nghị. Whoever has the code may follow one.
CREATE TABLE feedback (
    id          INTEGER PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,       -- hard to guess
    owner       TEXT NOT NULL,
    about       TEXT NOT NULL,
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    service     TEXT,
    dossier     INTEGER REFERENCES dossier (id),
    facts       TEXT,                       -- the dossier's, as they were then
    sender      TEXT,                       -- JSON: the contract's Sender; null when signed in
    publish     INTEGER NOT NULL,
    state       TEXT NOT NULL,
    agency      TEXT NOT NULL,              -- who has it now
    received_at INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX feedback_by_owner ON feedback (owner);
CREATE INDEX feedback_by_time ON feedback (updated_at);

CREATE TABLE feedback_event (
    id       INTEGER PRIMARY KEY,
    feedback INTEGER NOT NULL REFERENCES feedback (id),
    at       INTEGER NOT NULL,
    state    TEXT NOT NULL,
    agency   TEXT NOT NULL,
    text     TEXT
) STRICT;

CREATE INDEX feedback_event_by_feedback ON feedback_event (feedback, id);

CREATE TABLE feedback_file (
    id         INTEGER PRIMARY KEY,
    feedback   INTEGER NOT NULL REFERENCES feedback (id),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    sha256     TEXT NOT NULL REFERENCES stored_file (sha256)
) STRICT;

CREATE INDEX feedback_file_by_feedback ON feedback_file (feedback);
