-- One rating a dossier. Confidential: what is published are figures.
CREATE TABLE rating (
    dossier    INTEGER PRIMARY KEY REFERENCES dossier (id),
    answers    TEXT NOT NULL,               -- JSON: list of the contract's RatingAnswer
    comment    TEXT,
    first_at   INTEGER NOT NULL,            -- from which it can be changed for a while
    given_at   INTEGER NOT NULL
) STRICT;
