-- The names that a person bore before: for a year they still count when somebody tells a name (Rules 3.5.2).
CREATE TABLE former_names (
    citizen TEXT NOT NULL REFERENCES citizens (cpr),
    name    TEXT NOT NULL,
    until   TEXT NOT NULL
);
CREATE INDEX former_names_by_citizen ON former_names (citizen, until);
