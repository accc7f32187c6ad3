-- Calls of voice response (D38): the line, the number and the thing of the world that rings, the question whose key is read
-- out (the keyed hash of its token), what became of it, the keyed hash of the key once it was read out, and when it began,
-- by the real clock.
CREATE TABLE calls (
    id        INTEGER PRIMARY KEY,
    nemid     TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    carrier   TEXT NOT NULL,
    telephone TEXT NOT NULL,
    device    INTEGER,
    question  BLOB NOT NULL,
    state     TEXT NOT NULL,
    key       BLOB,
    began     TEXT NOT NULL
);
CREATE INDEX calls_by_carrier ON calls (carrier, id);
CREATE INDEX calls_by_device ON calls (device, id);

-- The carrier that an activation or a re-opening asks a key from where it is no card.
ALTER TABLE starts ADD COLUMN carrier TEXT;
