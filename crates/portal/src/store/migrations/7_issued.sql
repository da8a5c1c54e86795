-- Papers that the portal itself issues about a dossier: written once, and the same for good.
CREATE TABLE issued (
    id         INTEGER PRIMARY KEY,
    dossier    INTEGER NOT NULL REFERENCES dossier (id),
    kind       TEXT NOT NULL,               -- receipt, moneyReceipt, supplement, refusal, ...
    about      TEXT NOT NULL,               -- the payment or request it is about; '' for the dossier
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content    BLOB NOT NULL,
    sha256     TEXT NOT NULL,               -- 64 lower-case hexadecimal digits
    issued_at  INTEGER NOT NULL,
    UNIQUE (dossier, kind, about)
) STRICT;
