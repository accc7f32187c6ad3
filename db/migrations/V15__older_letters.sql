-- Every temporary password that was issued, so that an older PIN letter is known again. The fingerprint is keyed by the
-- server key and made of NemID number and digits: without the key it tells neither the digits nor which are equal.
CREATE TABLE temporary_passwords (
    fingerprint BLOB NOT NULL,
    nemid       TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    serial      TEXT NOT NULL,
    issued      TEXT NOT NULL,
    PRIMARY KEY (fingerprint, serial)
);
CREATE INDEX temporary_passwords_by_nemid ON temporary_passwords (nemid);
CREATE INDEX temporary_passwords_by_time ON temporary_passwords (issued);

-- Letters of an older version are noted when the world is opened the next time, with the server key.
INSERT INTO house (name, value) VALUES ('temporary-passwords', 'to be noted');
