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

-- Sign-ins under way: away at the identity provider, and not yet back.
CREATE TABLE sign_in_attempt (
    state_hash   BLOB PRIMARY KEY,          -- SHA-256 of what comes back in the address
    browser_hash BLOB NOT NULL,             -- SHA-256 of the cookie of the browser that left
    nonce        TEXT NOT NULL,
    verifier     TEXT NOT NULL,             -- PKCE
    origin       TEXT NOT NULL,             -- the portal's, as that browser knows it
    return_to    TEXT NOT NULL,             -- a path of the app
    expires_at   INTEGER NOT NULL
) STRICT;

-- Codes that the sandbox identity provider gave out and nobody has used.
CREATE TABLE sandbox_code (
    code_hash  BLOB PRIMARY KEY,
    citizen    TEXT NOT NULL,
    redirect   TEXT NOT NULL,
    challenge  TEXT NOT NULL,               -- PKCE, S256
    nonce      TEXT,
    expires_at INTEGER NOT NULL
) STRICT;

-- Consents, with the words that the person saw. The record stays when one is withdrawn.
CREATE TABLE consent (
    id           TEXT PRIMARY KEY,
    person       TEXT NOT NULL REFERENCES person (id),
    purpose      TEXT NOT NULL,
    shown        TEXT NOT NULL,             -- JSON: {vi, en?}
    given_at     INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;

CREATE INDEX consent_by_person ON consent (person, purpose);

-- What was fetched from a register under a consent; gone when that ends.
CREATE TABLE held_value (
    person    TEXT NOT NULL REFERENCES person (id),
    source    TEXT NOT NULL,
    attribute TEXT NOT NULL,
    value     TEXT NOT NULL,                -- JSON
    as_of     TEXT NOT NULL,                -- yyyy-MM-dd, by the register
    PRIMARY KEY (person, source, attribute)
) STRICT, WITHOUT ROWID;

-- "This is wrong."
CREATE TABLE wrong_value (
    id          TEXT PRIMARY KEY,
    person      TEXT NOT NULL REFERENCES person (id),
    attribute   TEXT NOT NULL,
    report      TEXT NOT NULL,              -- JSON, as it was sent
    received_at INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;

CREATE INDEX wrong_value_by_person ON wrong_value (person, attribute);

-- Who used a person's data, when and what for.
CREATE TABLE access (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    person  TEXT NOT NULL REFERENCES person (id),
    at      INTEGER NOT NULL,
    agency  TEXT NOT NULL,
    actor   TEXT,
    what    TEXT NOT NULL,                  -- JSON: {vi, en?}
    why     TEXT NOT NULL,                  -- JSON: {vi, en?}
    dossier TEXT
) STRICT;

CREATE INDEX access_by_person ON access (person, id);

-- Drafts, for another device to go on.
CREATE TABLE draft (
    id         TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    version    INTEGER NOT NULL,            -- counts the times it was saved
    content    TEXT NOT NULL,               -- JSON: the contract's DraftContent
    device     TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_by_owner ON draft (owner, updated_at);
