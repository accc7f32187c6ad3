-- Wrong passwords from places that are not the holder's own (D23). Places and identities are keyed fingerprints.

-- A place where a log-on, activation or re-opening of a NemID ended with a key; the fingerprint is of both.
CREATE TABLE own_places (
    place BLOB PRIMARY KEY,
    nemid TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    seen  TEXT NOT NULL
);
CREATE INDEX own_places_by_nemid ON own_places (nemid, seen);

-- How often a password was wrong for one identity, at one place or at all that are not its own; by the simulated clock.
CREATE TABLE guesses (
    subject BLOB PRIMARY KEY,
    wrong   INTEGER NOT NULL,
    lapses  TEXT NOT NULL
);
CREATE INDEX guesses_by_lapse ON guesses (lapses);

-- How often passwords were wrong at one place, for whomever; by the real clock.
CREATE TABLE place_guesses (
    subject BLOB PRIMARY KEY,
    wrong   INTEGER NOT NULL,
    lapses  TEXT NOT NULL
);
CREATE INDEX place_guesses_by_lapse ON place_guesses (lapses);

-- What is swept goes by when it was last touched.
CREATE INDEX shadows_by_touch ON shadows (touched);
