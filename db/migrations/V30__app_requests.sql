-- Requests that were sent to the apps of a NemID: for which question of log_ons (the text that is signed stands there
-- alone), for what, when by the simulated and by the real clock, what became of it, and which app answered. The mark is
-- what a waiting page asks by.
CREATE TABLE app_requests (
    n     INTEGER PRIMARY KEY,
    nemid TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    token BLOB NOT NULL,
    mark  TEXT NOT NULL UNIQUE,
    use   TEXT NOT NULL,
    at    TEXT NOT NULL,
    sent  TEXT NOT NULL,
    state TEXT NOT NULL,
    app   TEXT
);
CREATE INDEX app_requests_by_nemid ON app_requests (nemid, n);
CREATE INDEX app_requests_by_token ON app_requests (token, n);
