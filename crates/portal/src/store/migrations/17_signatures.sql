-- What was found on the signatures of a result's file when the portal looked for them; without a
-- row, nobody has looked.
CREATE TABLE result_signatures (
    result     INTEGER PRIMARY KEY REFERENCES result (id),
    checked_at INTEGER NOT NULL,
    found      TEXT NOT NULL                -- JSON: the contract's SignatureFacts, in a list
) STRICT;
