-- What changed, for the streams that tell it; pruned after a day. Written by triggers, so
-- that no path to a change can forget it.
CREATE TABLE change (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    owner   TEXT NOT NULL,
    dossier INTEGER REFERENCES dossier (id),   -- null: the notification centre
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX change_by_owner ON change (owner, id);
CREATE INDEX change_by_time ON change (at);

CREATE TRIGGER dossier_is_filed AFTER INSERT ON dossier BEGIN
    INSERT INTO change (owner, dossier, at) VALUES (new.owner, new.id, new.updated_at);
END;
CREATE TRIGGER dossier_is_changed AFTER UPDATE OF updated_at ON dossier BEGIN
    INSERT INTO change (owner, dossier, at) VALUES (new.owner, new.id, new.updated_at);
END;

-- The notification centre.
CREATE TABLE notification (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    owner   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    title   TEXT NOT NULL,                  -- JSON: {vi, en?}; no personal data
    text    TEXT NOT NULL,                  -- JSON: {vi, en?}
    dossier TEXT,                           -- its code
    action  TEXT,
    read    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX notification_by_owner ON notification (owner, id);

CREATE TRIGGER somebody_is_notified AFTER INSERT ON notification BEGIN
    INSERT INTO change (owner, dossier, at) VALUES (new.owner, NULL, new.at);
END;

-- The ways out of the app that somebody uses.
CREATE TABLE channel (
    owner   TEXT NOT NULL,
    kind    TEXT NOT NULL,                  -- sms, email, zalo
    address TEXT,
    is_on   INTEGER NOT NULL,
    PRIMARY KEY (owner, kind)
) STRICT, WITHOUT ROWID;

-- The ways on which somebody wants to hear of one dossier; without a row, those they use.
CREATE TABLE dossier_channels (
    dossier  INTEGER PRIMARY KEY REFERENCES dossier (id),
    channels TEXT NOT NULL                  -- JSON: list of the contract's ChannelOut
) STRICT;

-- What a real portal would hand to a carrier.
CREATE TABLE outbox (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    owner   TEXT NOT NULL,
    dossier INTEGER NOT NULL REFERENCES dossier (id),
    kind    TEXT NOT NULL,
    address TEXT NOT NULL,
    text    TEXT NOT NULL,                  -- no personal data: it may be read over a shoulder
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_by_owner ON outbox (owner, id);
