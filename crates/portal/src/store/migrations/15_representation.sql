-- For whom a dossier was filed, and by what right, where that was not whoever filed it.
CREATE TABLE representation (
    dossier  INTEGER PRIMARY KEY REFERENCES dossier (id),
    mandate  TEXT NOT NULL,                 -- its id at the time
    kind     TEXT NOT NULL,                 -- the contract's MandateKind
    name     TEXT NOT NULL,                 -- of the represented person
    person   TEXT,                          -- the same as columns owner have it; null: no account
    filed_by TEXT NOT NULL                  -- the name of who filed it
) STRICT;

CREATE INDEX representation_by_person ON representation (person) WHERE person IS NOT NULL;

-- The represented person's streams tell what happens to it as well.
CREATE TRIGGER dossier_of_somebody_represented_is_changed AFTER UPDATE OF updated_at ON dossier BEGIN
    INSERT INTO change (owner, dossier, at)
    SELECT person, new.id, new.updated_at FROM representation
    WHERE dossier = new.id AND person IS NOT NULL;
END;
