-- Tokens, apps and voice lines, the carriers of keys beside the card (Rules 1). What only one kind has is empty for the
-- others: of a token the salt of its codes, the counter of the next one and of the first of two; of an app the telephone
-- and the salt and keyed hash of its PIN (48 bytes); of a voice line the number that is called.
CREATE TABLE carriers (
    number       TEXT PRIMARY KEY,
    nemid        TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    since        TEXT NOT NULL,
    state        TEXT NOT NULL,
    wrong        INTEGER NOT NULL,
    used         TEXT,
    salt         BLOB,
    next         INTEGER,
    first_of_two INTEGER,
    device       INTEGER,
    pin          BLOB,
    telephone    TEXT
);
CREATE INDEX carriers_by_nemid ON carriers (nemid, ordinal);

-- Things of the world that carriers are on: tokens and telephones, whose they are, and what they are like as JSON.
CREATE TABLE devices (
    id      INTEGER PRIMARY KEY,
    owner   TEXT NOT NULL,
    carrier TEXT,
    thing   TEXT NOT NULL
);
CREATE INDEX devices_by_owner ON devices (owner);
CREATE UNIQUE INDEX devices_by_carrier ON devices (carrier);

-- The kind of carrier that was used last, the carrier that a question is asked from where it is no card, and the carrier
-- that a letter brings.
ALTER TABLE nemids ADD COLUMN used_last TEXT;
ALTER TABLE log_ons ADD COLUMN carrier TEXT;
ALTER TABLE letters ADD COLUMN carrier TEXT;
