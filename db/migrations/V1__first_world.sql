-- The first world. Plain enough to run on PostgreSQL one day.
-- Instants are text in UTC with nine decimals, so that they sort as they read. What is an enum that carries
-- data in the code is JSON here; what is searched for has a column of its own.

CREATE TABLE house (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- The CPR register, as far as this world needs it: synthetic persons only.
CREATE TABLE citizens (
    cpr             TEXT PRIMARY KEY,
    name            TEXT NOT NULL,
    street          TEXT NOT NULL,
    postcode        TEXT NOT NULL,
    town            TEXT NOT NULL,
    document_number TEXT,
    pid             TEXT UNIQUE,
    died            TEXT,
    note_da         TEXT NOT NULL DEFAULT '',
    note_en         TEXT NOT NULL DEFAULT '',
    section         TEXT NOT NULL DEFAULT ''
);

CREATE TABLE offices (
    name  TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    town  TEXT NOT NULL
);

CREATE TABLE nemids (
    number              TEXT PRIMARY KEY,
    version             INTEGER NOT NULL,
    holder              TEXT NOT NULL REFERENCES citizens (cpr),
    issuer              TEXT NOT NULL,
    issuer_name         TEXT,
    created             TEXT NOT NULL,
    standing            TEXT NOT NULL,
    password_hash       TEXT,
    password_since      TEXT,
    password_block      TEXT,
    failures            INTEGER NOT NULL,
    strike              INTEGER NOT NULL,
    locked_until        TEXT,
    temporary_hash      TEXT,
    temporary_purpose   TEXT,
    temporary_place     TEXT,
    temporary_serial    TEXT,
    temporary_delivery  TEXT,
    temporary_issued    TEXT,
    temporary_state     TEXT,
    certificate_ordered TEXT,
    pid                 TEXT,
    superfluous_since   TEXT,
    user_id             TEXT,
    user_id_folded      TEXT UNIQUE,
    cpr_log_on          INTEGER NOT NULL,
    email               TEXT,
    mobile              TEXT,
    recording           INTEGER NOT NULL,
    reorder_level       INTEGER NOT NULL,
    rules_version       INTEGER,
    rules_accepted      TEXT
);
CREATE INDEX nemids_by_holder ON nemids (holder);

CREATE TABLE key_cards (
    number  TEXT PRIMARY KEY,
    nemid   TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    salt    BLOB NOT NULL,
    since   TEXT NOT NULL,
    state   TEXT NOT NULL,
    used    BLOB NOT NULL,
    wrong   INTEGER NOT NULL,
    pending INTEGER
);
CREATE INDEX key_cards_by_nemid ON key_cards (nemid, ordinal);

CREATE TABLE certificates (
    serial         INTEGER PRIMARY KEY,
    nemid          TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    pid            TEXT NOT NULL,
    name           TEXT NOT NULL,
    email          TEXT,
    valid_from     TEXT NOT NULL,
    valid_until    TEXT NOT NULL,
    state          TEXT NOT NULL,
    outdated_since TEXT,
    expiry_noticed INTEGER NOT NULL
);
CREATE INDEX certificates_by_nemid ON certificates (nemid, serial);

CREATE TABLE agreements (
    nemid TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    bank  TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (nemid, bank)
);

-- The Hændelseslog. `kind` is empty for what the citizen is not shown.
CREATE TABLE event_log (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    nemid   TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    at      TEXT NOT NULL,
    kind    TEXT NOT NULL,
    code    TEXT NOT NULL,
    event   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT,
    device  TEXT
);
CREATE INDEX event_log_by_nemid ON event_log (nemid, at DESC, id DESC);
CREATE INDEX event_log_by_kind ON event_log (nemid, kind, at DESC, id DESC);
CREATE INDEX event_log_by_time ON event_log (at);

-- Grants on employee NemIDs.
CREATE TABLE staff (
    nemid TEXT PRIMARY KEY REFERENCES nemids (number),
    title TEXT NOT NULL,
    role  TEXT NOT NULL
);

-- Sessions, log-ons and starts in progress: by the real clock, tokens as keyed hashes.
CREATE TABLE sessions (
    token    BLOB PRIMARY KEY,
    nemid    TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    audience TEXT NOT NULL,
    public   INTEGER NOT NULL DEFAULT 0,
    limited  INTEGER NOT NULL DEFAULT 0,
    started  TEXT NOT NULL,
    seen     TEXT NOT NULL
);
CREATE INDEX sessions_by_nemid ON sessions (nemid);

CREATE TABLE log_ons (
    token    BLOB PRIMARY KEY,
    nemid    TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    use      TEXT NOT NULL,
    text     TEXT,
    card     TEXT,
    position INTEGER,
    started  TEXT NOT NULL
);
CREATE INDEX log_ons_by_nemid ON log_ons (nemid);

CREATE TABLE starts (
    token          BLOB PRIMARY KEY,
    nemid          TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    purpose        TEXT NOT NULL,
    temporary_hash TEXT NOT NULL,
    password_hash  TEXT,
    remembered     TEXT,
    choices        TEXT NOT NULL,
    card           TEXT,
    position       INTEGER,
    started        TEXT NOT NULL
);
CREATE INDEX starts_by_nemid ON starts (nemid);

-- Unknown user ids: a keyed fingerprint and its own count, never what was typed.
CREATE TABLE shadows (
    fingerprint  BLOB PRIMARY KEY,
    failures     INTEGER NOT NULL,
    strike       INTEGER NOT NULL,
    blocked      INTEGER NOT NULL,
    locked_until TEXT,
    touched      TEXT NOT NULL
);

-- How often something was asked for by somebody on one day; `subject` is a keyed fingerprint.
CREATE TABLE limits (
    subject BLOB NOT NULL,
    day     TEXT NOT NULL,
    count   INTEGER NOT NULL,
    PRIMARY KEY (subject, day)
);

-- One-use tokens that have been used.
CREATE TABLE spent_tokens (
    token BLOB PRIMARY KEY,
    spent TEXT NOT NULL
);

-- Post. `content` is sealed under the server key.
CREATE TABLE letters (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    citizen TEXT NOT NULL REFERENCES citizens (cpr),
    nemid   TEXT,
    kind    TEXT NOT NULL,
    card    TEXT,
    posted  TEXT NOT NULL,
    arrives TEXT NOT NULL,
    state   TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX letters_by_citizen ON letters (citizen, id);
CREATE INDEX letters_in_transit ON letters (state, arrives);

-- E-mail and SMS, written in the transaction that caused them. `content` is sealed under the server key.
CREATE TABLE outbox (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    citizen TEXT NOT NULL REFERENCES citizens (cpr),
    way     TEXT NOT NULL,
    queued  TEXT NOT NULL,
    content BLOB NOT NULL,
    tries   INTEGER NOT NULL DEFAULT 0,
    sent    TEXT,
    trouble TEXT
);
CREATE INDEX outbox_by_citizen ON outbox (citizen, id);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent IS NULL;

-- The offices' shelves of sealed cards and PIN letters.
CREATE TABLE stock_cards (
    number     TEXT PRIMARY KEY,
    office     TEXT NOT NULL REFERENCES offices (name),
    salt       BLOB NOT NULL,
    handed_out TEXT,
    nemid      TEXT REFERENCES nemids (number) ON DELETE SET NULL,
    opened     TEXT
);
CREATE INDEX stock_cards_by_office ON stock_cards (office, number);

CREATE TABLE stock_letters (
    serial     TEXT PRIMARY KEY,
    office     TEXT NOT NULL REFERENCES offices (name),
    content    BLOB NOT NULL,
    handed_out TEXT,
    nemid      TEXT REFERENCES nemids (number) ON DELETE SET NULL,
    opened     TEXT
);
CREATE INDEX stock_letters_by_office ON stock_letters (office, serial);

-- The counter's journal: what was signed, by whom, for whom.
CREATE TABLE journal (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    at             TEXT NOT NULL,
    staff          TEXT NOT NULL REFERENCES nemids (number),
    office         TEXT,
    citizen        TEXT NOT NULL,
    nemid          TEXT,
    action         TEXT NOT NULL,
    identification TEXT NOT NULL,
    text           TEXT NOT NULL
);
CREATE INDEX journal_by_office ON journal (office, id);

-- Errands at the counter that have not been signed yet.
CREATE TABLE errands (
    id      TEXT PRIMARY KEY,
    staff   TEXT NOT NULL REFERENCES nemids (number),
    content TEXT NOT NULL,
    started TEXT NOT NULL
);

-- What the persons of the world remember, sealed under the server key; forgotten when they choose anew.
CREATE TABLE memories (
    nemid   TEXT PRIMARY KEY REFERENCES nemids (number) ON DELETE CASCADE,
    content BLOB NOT NULL
);
