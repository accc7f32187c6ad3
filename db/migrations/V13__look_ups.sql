-- Whom an employee looked up at a desk: one row for each employee, person and Danish day. `citizen` is empty for numbers
-- that are not in the register, of which only that they were typed is kept.
CREATE TABLE look_ups (
    staff    TEXT NOT NULL REFERENCES nemids (number),
    desk     TEXT NOT NULL,
    place    TEXT,
    day      TEXT NOT NULL,
    citizen  TEXT,
    first_at TEXT NOT NULL,
    last_at  TEXT NOT NULL,
    times    INTEGER NOT NULL
);
CREATE UNIQUE INDEX look_ups_of_a_day ON look_ups (staff, desk, coalesce(place, ''), day, coalesce(citizen, ''));
CREATE INDEX look_ups_by_time ON look_ups (last_at);
