-- When more time was asked for last, by the real clock; empty where nobody asked.
ALTER TABLE log_ons ADD COLUMN extended TEXT;
ALTER TABLE starts ADD COLUMN extended TEXT;

-- What somebody had typed into a page when their session or enrolment was over, sealed; given back to the same person at
-- the same page, once, and forgotten a day later by the real clock. `id` is a keyed fingerprint of NemID and page.
CREATE TABLE drafts (
    id      TEXT PRIMARY KEY,
    nemid   TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    content BLOB NOT NULL,
    kept    TEXT NOT NULL
);
CREATE INDEX drafts_by_nemid ON drafts (nemid);
CREATE INDEX drafts_by_time ON drafts (kept);
