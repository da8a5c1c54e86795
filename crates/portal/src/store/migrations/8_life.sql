-- What happens to a dossier after it is filed.

-- Requests for more, each with its items and the person's answers to them.
CREATE TABLE supplement (
    id              INTEGER PRIMARY KEY,
    dossier         INTEGER NOT NULL REFERENCES dossier (id),
    round           INTEGER NOT NULL CHECK (round BETWEEN 1 AND 2),
    asked_by        TEXT NOT NULL,          -- JSON: the contract's Handler
    asked_at        INTEGER NOT NULL,
    answer_by       INTEGER NOT NULL,
    explanation     TEXT NOT NULL,          -- JSON: {vi, en?}
    promised_before INTEGER,
    promised_after  INTEGER,
    answered_at     INTEGER,
    UNIQUE (dossier, round)
) STRICT;

CREATE TABLE supplement_item (
    id         INTEGER PRIMARY KEY,
    supplement INTEGER NOT NULL REFERENCES supplement (id),
    target     TEXT NOT NULL,               -- JSON: the contract's SupplementTarget
    title      TEXT NOT NULL,               -- JSON: {vi, en?}
    reason     TEXT NOT NULL,               -- JSON: {vi, en?}
    state      TEXT NOT NULL,
    outcome    TEXT,                        -- JSON: {vi, en?}
    note       TEXT,                        -- the person's words
    before     TEXT,                        -- JSON: the answer that stood there before
    given      TEXT                         -- JSON: the answer that stands there now
) STRICT;

CREATE INDEX supplement_item_by_request ON supplement_item (supplement);

-- The item that a file was sent for, and the one that it gave way to.
ALTER TABLE dossier_file ADD COLUMN item INTEGER REFERENCES supplement_item (id);
ALTER TABLE dossier_file ADD COLUMN replaced_by INTEGER REFERENCES supplement_item (id);

-- The one apology and postponement there may be.
CREATE TABLE apology (
    dossier  INTEGER PRIMARY KEY REFERENCES dossier (id),
    at       INTEGER NOT NULL,
    reason   TEXT NOT NULL,                 -- JSON: {vi, en?}
    previous INTEGER NOT NULL,
    promised INTEGER NOT NULL
) STRICT;

-- How a dossier ended without a result.
CREATE TABLE ending (
    dossier   INTEGER PRIMARY KEY REFERENCES dossier (id),
    kind      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        TEXT NOT NULL,                -- JSON: the contract's Handler
    reasons   TEXT NOT NULL,                -- JSON: list of the contract's Reason
    what_next TEXT                          -- JSON: {vi, en?}
) STRICT;

CREATE TABLE result (
    id         INTEGER PRIMARY KEY,
    dossier    INTEGER NOT NULL REFERENCES dossier (id),
    name       TEXT NOT NULL,
    issued_at  INTEGER NOT NULL,
    fetched_at INTEGER
) STRICT;

CREATE INDEX result_by_dossier ON result (dossier);

-- Who did what, legal or refused: written once, never changed.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    at      INTEGER NOT NULL,
    who     TEXT NOT NULL,
    step    TEXT NOT NULL,
    refused TEXT,                           -- why it was not legal; null where it was done
    detail  TEXT NOT NULL                   -- JSON: as it was asked for
) STRICT;

CREATE INDEX audit_by_dossier ON audit (dossier, id);

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END;

-- What the person and the officers write to each other about a dossier.
CREATE TABLE message (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier    INTEGER NOT NULL REFERENCES dossier (id),
    by_citizen INTEGER NOT NULL,            -- 1 or 0
    sender     TEXT NOT NULL,               -- JSON: the contract's Handler
    at         INTEGER NOT NULL,
    text       TEXT NOT NULL,
    read_at    INTEGER                      -- by the other side
) STRICT;

CREATE INDEX message_by_dossier ON message (dossier, id);

CREATE TABLE message_file (
    id         INTEGER PRIMARY KEY,
    message    INTEGER NOT NULL REFERENCES message (id),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    sha256     TEXT NOT NULL REFERENCES stored_file (sha256)
) STRICT;

CREATE INDEX message_file_by_message ON message_file (message);
