-- CPR numbers that the register gave to persons who had another one (D28): until the next night's round they wait here.
CREATE TABLE new_cpr_numbers (
    citizen    TEXT PRIMARY KEY REFERENCES citizens (cpr),
    number     TEXT NOT NULL UNIQUE,
    registered TEXT NOT NULL
);

-- The numbers that persons had before. `citizen` is always the number of today.
CREATE TABLE former_cpr_numbers (
    number  TEXT PRIMARY KEY,
    citizen TEXT NOT NULL REFERENCES citizens (cpr),
    until   TEXT NOT NULL
);
CREATE INDEX former_cpr_numbers_by_citizen ON former_cpr_numbers (citizen, until);
