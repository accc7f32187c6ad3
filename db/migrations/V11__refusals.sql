-- What would otherwise grow with every request: it is summed up by the hour.

-- Refused log-ons of one identity for one cause in one hour of the simulated clock, with the latest of them, until they
-- are written into the Hændelseslog as one entry. `identity` is a keyed fingerprint, of a NemID or of what nobody has.
CREATE TABLE refusals (
    identity BLOB NOT NULL,
    bar      TEXT NOT NULL,
    hour     TEXT NOT NULL,
    times    INTEGER NOT NULL,
    latest   TEXT NOT NULL,
    use      TEXT NOT NULL,
    channel  TEXT NOT NULL,
    address  TEXT,
    device   TEXT,
    PRIMARY KEY (identity, bar, hour)
);
CREATE INDEX refusals_by_hour ON refusals (hour);

-- Which limit was reached how often in one hour of the simulated clock.
CREATE TABLE limits_reached (
    code  TEXT NOT NULL,
    hour  TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (hour, code)
);
