-- The catalogue of the worlds beside the first in a database on a server, in a schema of its own. No name of a schema is given out
-- twice, so that a program which still has a world open that is gone by now finds nothing, and never another world.

CREATE SEQUENCE schemas;

CREATE TABLE worlds (
    name   TEXT PRIMARY KEY,
    schema TEXT NOT NULL UNIQUE,
    key    BYTEA NOT NULL
);

CREATE TABLE points (
    world  TEXT NOT NULL,
    name   TEXT NOT NULL,
    schema TEXT NOT NULL UNIQUE,
    saved  TEXT NOT NULL,
    at     TEXT NOT NULL,
    PRIMARY KEY (world, name)
);

CREATE TABLE unsettled (
    schema TEXT PRIMARY KEY
);
