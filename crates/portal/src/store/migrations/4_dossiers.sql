-- What stands here of a dossier is what was sent and promised at the time: a newer catalogue
-- or form changes none of it. Times are seconds since 1970 in UTC; JSON is the contract's.

-- The running number of the day, for codes.
CREATE TABLE dossier_number (
    day  TEXT PRIMARY KEY,                  -- yyyy-MM-dd in Vietnam
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
    id               INTEGER PRIMARY KEY,
    code             TEXT NOT NULL UNIQUE,
    owner            TEXT NOT NULL,
    service          TEXT NOT NULL,
    service_name     TEXT NOT NULL,
    case_id          TEXT NOT NULL,
    case_name        TEXT NOT NULL,
    applicant        TEXT NOT NULL,
    channel          TEXT NOT NULL,
    form_version     TEXT NOT NULL,
    answers          TEXT NOT NULL,         -- JSON, checked
    answers_sha256   TEXT NOT NULL,         -- of their canonical form (RFC 8785)
    essence          BLOB NOT NULL,         -- SHA-256 of what makes it the same application
    delivery         TEXT NOT NULL,         -- JSON
    contact          TEXT,                  -- JSON, a guest's
    signing          TEXT,                  -- of the content, where the form asks for one
    status           INTEGER NOT NULL,      -- of the national exchange
    filed_at         INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    counts_from      INTEGER,               -- null with due: nothing is promised
    due              INTEGER,
    promise_text     TEXT NOT NULL,         -- JSON: why the date is what it is, or why there is none
    stated_time      TEXT NOT NULL,         -- JSON: the time that the procedure states
    fee_text         TEXT NOT NULL          -- JSON: what is known of the fee
) STRICT;

CREATE INDEX dossier_by_owner ON dossier (owner, updated_at);
CREATE INDEX dossier_by_essence ON dossier (essence, filed_at);

-- What happened, oldest first.
CREATE TABLE dossier_event (
    id       INTEGER PRIMARY KEY,
    dossier  INTEGER NOT NULL REFERENCES dossier (id),
    kind     TEXT NOT NULL,
    status   INTEGER NOT NULL,
    handler  TEXT NOT NULL,                 -- JSON
    since    INTEGER NOT NULL,
    ended_at INTEGER,
    text     TEXT NOT NULL                  -- JSON
) STRICT;

CREATE INDEX dossier_event_by_dossier ON dossier_event (dossier);

-- The files of each paper, in reading order.
CREATE TABLE dossier_file (
    id          INTEGER PRIMARY KEY,
    dossier     INTEGER NOT NULL REFERENCES dossier (id),
    requirement TEXT NOT NULL,
    paper_name  TEXT NOT NULL,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    bytes       INTEGER NOT NULL,
    sha256      TEXT NOT NULL REFERENCES stored_file (sha256)
) STRICT;

CREATE INDEX dossier_file_by_dossier ON dossier_file (dossier);

-- First fact: what is to be paid.
CREATE TABLE obligation (
    id      INTEGER PRIMARY KEY,
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    name    TEXT NOT NULL,
    amount  INTEGER NOT NULL,               -- whole đồng
    stage   TEXT NOT NULL,
    state   TEXT NOT NULL,
    basis   TEXT                            -- JSON
) STRICT;

CREATE INDEX obligation_by_dossier ON obligation (dossier);

-- Second fact: attempts to pay.
CREATE TABLE payment (
    id         TEXT PRIMARY KEY,
    dossier    INTEGER NOT NULL REFERENCES dossier (id),
    amount     INTEGER NOT NULL,
    state      TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    paid_at    INTEGER,
    reference  TEXT,                        -- the gateway's number for it
    return_to  TEXT NOT NULL                -- the path in the app
) STRICT;

CREATE INDEX payment_by_dossier ON payment (dossier);
CREATE INDEX payment_open ON payment (state) WHERE state IN ('started', 'pending');

CREATE TABLE payment_of (
    payment    TEXT NOT NULL REFERENCES payment (id),
    obligation INTEGER NOT NULL REFERENCES obligation (id),
    PRIMARY KEY (payment, obligation)
) STRICT, WITHOUT ROWID;

-- Third fact: that the authority has accepted a payment.
CREATE TABLE acceptance (
    payment     TEXT PRIMARY KEY REFERENCES payment (id),
    accepted_at INTEGER NOT NULL,
    by          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Remote signing, bound to what was reviewed.
CREATE TABLE signing (
    id         TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    sha256     TEXT NOT NULL,               -- of the canonical form of content
    content    TEXT NOT NULL,               -- JSON: the draft's content as signed
    state      TEXT NOT NULL,
    code_hash  BLOB NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL,
    dossier    INTEGER REFERENCES dossier (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX signing_by_end ON signing (expires_at);

-- The sandbox's own side, which a real gateway and a real telephone replace.
CREATE TABLE sandbox_order (
    id         TEXT PRIMARY KEY,
    amount     INTEGER NOT NULL,
    about      TEXT NOT NULL,
    state      TEXT NOT NULL,
    decided_at INTEGER,
    settles_at INTEGER                      -- when a late confirmation comes
) STRICT, WITHOUT ROWID;

CREATE TABLE sandbox_letter (
    id      INTEGER PRIMARY KEY,
    owner   TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE INDEX sandbox_letter_by_owner ON sandbox_letter (owner, sent_at);

-- Keys that the portal made for itself.
CREATE TABLE secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
