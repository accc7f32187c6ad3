-- The versions of the rules for NemID with what each changed, and the journal of the desks besides the counter.

CREATE TABLE rules_versions (
    number       INTEGER PRIMARY KEY,
    published    TEXT NOT NULL,
    for_security INTEGER NOT NULL,
    changed_da   TEXT NOT NULL,
    changed_en   TEXT NOT NULL
);
INSERT INTO rules_versions (number, published, for_security, changed_da, changed_en) VALUES (
    1, '2018-02-25', 0,
    'Reglerne er skrevet om, så de følger EU''s regler om persondata: hvad vi gemmer, hvorfor og hvor længe.',
    'The rules were rewritten to follow the EU''s rules on personal data: what we keep, why and for how long.'
);

-- What the operator and the banks' clerks signed. `bank` is empty for the operator.
CREATE TABLE desk_journal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    staff   TEXT NOT NULL REFERENCES nemids (number),
    bank    TEXT,
    citizen TEXT,
    nemid   TEXT,
    action  TEXT NOT NULL,
    text    TEXT NOT NULL
);
CREATE INDEX desk_journal_by_bank ON desk_journal (bank, id);
