-- What a receiver of signed data can still check of a certificate when all else about it is forgotten (Rules 3.7, 4.5):
-- nothing of it tells of a person. `blocked` is when it was blocked, NULL for one that ran out.
CREATE TABLE past_certificates (
    serial      INTEGER PRIMARY KEY,
    valid_from  TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    blocked     TEXT
);
