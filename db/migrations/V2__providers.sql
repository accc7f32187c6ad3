-- What service providers keep themselves: what a citizen was asked to sign there, and who let them know a CPR number.

-- A document put before somebody; `signed` is empty until it is signed. `payment` is JSON, where it is one.
CREATE TABLE documents (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    site        TEXT NOT NULL,
    citizen     TEXT NOT NULL REFERENCES citizens (cpr),
    nemid       TEXT NOT NULL REFERENCES nemids (number),
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    payment     TEXT,
    prepared    TEXT NOT NULL,
    signed      TEXT,
    certificate INTEGER
);
CREATE INDEX documents_by_citizen ON documents (site, citizen, id);

-- Who has agreed that a private site is told the CPR number (Rules 4.1). The site knows people by their PID number.
CREATE TABLE cpr_consents (
    site  TEXT NOT NULL,
    pid   TEXT NOT NULL,
    given TEXT NOT NULL,
    PRIMARY KEY (site, pid)
);
