-- The authorities of this world, whose keys and certificates are made when they are first needed.
CREATE TABLE authorities (
    name        TEXT PRIMARY KEY,
    certificate BLOB NOT NULL,
    key         BLOB NOT NULL
);

-- The certificate of a row as other programs read it, made when it is first needed. Its private key lies here sealed, until
-- the certificate is blocked or runs out.
CREATE TABLE certificate_bodies (
    serial INTEGER PRIMARY KEY REFERENCES certificates (serial) ON DELETE CASCADE,
    body   BLOB NOT NULL,
    key    BLOB
);
