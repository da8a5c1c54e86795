-- Devices that are told by web push.
CREATE TABLE push_subscription (
    id       TEXT PRIMARY KEY,
    owner    TEXT NOT NULL,
    session  TEXT NOT NULL,                 -- the one it was last given in, which may have ended
    device   TEXT NOT NULL,                 -- that session's, in plain words
    endpoint TEXT NOT NULL UNIQUE,          -- the push service's address for the device
    p256dh   BLOB NOT NULL,                 -- the device's public key, uncompressed
    auth     BLOB NOT NULL,                 -- its secret, 16 bytes
    language TEXT NOT NULL,
    given_at INTEGER NOT NULL
) STRICT;

CREATE INDEX push_subscription_by_owner ON push_subscription (owner, given_at);

-- What is still to be sent to them.
CREATE TABLE push (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription TEXT NOT NULL REFERENCES push_subscription (id) ON DELETE CASCADE,
    dossier      TEXT NOT NULL,             -- its code
    payload      TEXT NOT NULL,             -- JSON: the contract's PushMessage; no personal data
    urgent       INTEGER NOT NULL,          -- 1 where the person has something to do
    tries        INTEGER NOT NULL DEFAULT 0,
    due_at       INTEGER NOT NULL,
    UNIQUE (subscription, dossier)
) STRICT;

CREATE INDEX push_by_time ON push (due_at);
