-- A NemID that ended longer ago than anything is kept for is forgotten whole; what was signed with it stays with its site.
CREATE TABLE documents_of_sites (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    site        TEXT NOT NULL,
    citizen     TEXT NOT NULL REFERENCES citizens (cpr),
    nemid       TEXT REFERENCES nemids (number) ON DELETE SET NULL,
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    payment     TEXT,
    prepared    TEXT NOT NULL,
    signed      TEXT,
    certificate INTEGER
);
INSERT INTO documents_of_sites (id, site, citizen, nemid, title, text, payment, prepared, signed, certificate)
    SELECT id, site, citizen, nemid, title, text, payment, prepared, signed, certificate FROM documents ORDER BY id;
DROP TABLE documents;
ALTER TABLE documents_of_sites RENAME TO documents;
CREATE INDEX documents_by_citizen ON documents (site, citizen, id);
