-- What the old certificate signed for its renewal: kept with the new one.
CREATE TABLE certificate_renewals (
    serial  INTEGER PRIMARY KEY REFERENCES certificates (serial) ON DELETE CASCADE,
    request BLOB NOT NULL
);

-- What a citizen's key signed at a site: the text with its signature as NemID had it, and as a PDF.
CREATE TABLE document_signatures (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    xml      TEXT NOT NULL,
    receipt  BLOB NOT NULL
);

-- E-mails that were encrypted to a certificate, which can be read as long as its key is there.
CREATE TABLE encrypted_mails (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    nemid       TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    certificate INTEGER NOT NULL,
    received    TEXT NOT NULL,
    sender      TEXT NOT NULL,
    subject     TEXT NOT NULL,
    mail        BLOB NOT NULL
);
CREATE INDEX encrypted_mails_by_nemid ON encrypted_mails (nemid, id);
