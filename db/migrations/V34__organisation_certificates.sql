-- Certificates of organisations: of an employee, whose NemID it belongs to, and of what an organisation does itself, such as
-- sending e-mail. Each is made whole when it is first needed; its private key lies here sealed, until it is blocked or runs out.
CREATE TABLE organisation_certificates (
    serial      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    employee    TEXT REFERENCES nemids (number),
    place       TEXT NOT NULL,
    number      TEXT NOT NULL,
    name        TEXT NOT NULL,
    email       TEXT,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    blocked     TEXT,
    reason      TEXT,
    body        BLOB NOT NULL,
    key         BLOB
);
CREATE INDEX organisation_certificates_by_employee ON organisation_certificates (employee, serial);
CREATE INDEX organisation_certificates_by_place ON organisation_certificates (kind, place, serial);

-- A page of a long revocation list is read in its order, and not sorted out of all of it.
CREATE INDEX past_certificates_by_block ON past_certificates (blocked, serial) WHERE blocked IS NOT NULL;
