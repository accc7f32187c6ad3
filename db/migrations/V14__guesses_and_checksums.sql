-- Wrong control-room passwords of one place, under a keyed fingerprint, by the real clock; forgotten after ten minutes
-- without another one.
CREATE TABLE control_room_guesses (
    place BLOB PRIMARY KEY,
    wrong INTEGER NOT NULL,
    last  TEXT NOT NULL
);

-- The place of an entry in the log of its NemID, and a keyed checksum of the whole entry, so that `check` notices
-- entries that were altered or taken out. Entries of older versions have neither.
ALTER TABLE event_log ADD COLUMN nth INTEGER;
ALTER TABLE event_log ADD COLUMN checksum BLOB;
