-- People known from signing in.
CREATE TABLE person (
    id         TEXT PRIMARY KEY,
    issuer     TEXT NOT NULL,               -- the identity provider
    subject    TEXT NOT NULL,               -- its name for the person
    name       TEXT NOT NULL,               -- as it was at the last sign-in
    created_at INTEGER NOT NULL,            -- seconds since 1970 in UTC, here and below
    UNIQUE (issuer, subject)
) STRICT;

-- A browser that the portal knows. `owner` is 'person:ID' or 'guest:ID'; the same word
-- stands in each table whose rows belong to somebody.
CREATE TABLE session (
    id           TEXT PRIMARY KEY,          -- names it to the person; opens nothing
    token_hash   BLOB NOT NULL UNIQUE,      -- SHA-256 of the cookie's value
    owner        TEXT NOT NULL,
    assurance    TEXT,                      -- low or high; null for a guest
    device       TEXT NOT NULL,             -- in plain words
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ends_at      INTEGER NOT NULL,          -- unless it is extended
    ends_for_good_at INTEGER NOT NULL       -- however often it is
) STRICT;

CREATE INDEX session_by_owner ON session (owner, last_seen_at);
CREATE INDEX session_by_end ON session (ends_at);

-- The first answer to each POST that created something.
CREATE TABLE first_answer (
    owner       TEXT NOT NULL,
    key         TEXT NOT NULL,              -- Idempotency-Key
    request     BLOB NOT NULL,              -- SHA-256 of method, address and body
    began       INTEGER NOT NULL,           -- 1 where the request also began the guest's session
    status      INTEGER NOT NULL,
    headers     TEXT NOT NULL,              -- JSON: [[name, value], ...]
    body        BLOB NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX first_answer_by_key ON first_answer (key) WHERE began = 1;
CREATE INDEX first_answer_by_time ON first_answer (answered_at);
