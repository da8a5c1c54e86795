-- Each version of a form that was ever handed out: drafts and dossiers are read with the
-- form that they were written in, whatever the catalogue and the program say later.
CREATE TABLE form (
    version   TEXT PRIMARY KEY,             -- follows from the form's bytes
    form      TEXT NOT NULL,                -- as the contract has it, for the case `default`
    cases     TEXT NOT NULL,                -- JSON list: the ids it can be asked for with
    served_on TEXT NOT NULL                 -- yyyy-MM-dd in Vietnam, the first time
) STRICT;
