-- Where and with what a session was opened, for the list of one's own sessions; empty for those opened by an older
-- version.
ALTER TABLE sessions ADD COLUMN address TEXT;
ALTER TABLE sessions ADD COLUMN device TEXT;

-- The keyed fingerprint of the facts that a text was written from, which are looked at again when it is signed; empty
-- for texts of an older version.
ALTER TABLE documents ADD COLUMN facts BLOB;
