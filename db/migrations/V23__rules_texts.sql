-- The text that a version of the rules for NemID gave a section, where it is another than the one that the program has.
CREATE TABLE rules_texts (
    version INTEGER NOT NULL REFERENCES rules_versions (number),
    section TEXT NOT NULL,
    danish  TEXT NOT NULL,
    english TEXT NOT NULL,
    PRIMARY KEY (version, section)
);
