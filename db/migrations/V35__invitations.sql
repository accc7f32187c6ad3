-- Who a world was handed to (D42): the keyed hash of the link by which it is opened once, for whom it was made, when that was
-- and when the link was used, by the real clock, and the keyed hash of the cookie that it became. One at a time.
CREATE TABLE invitations (
    link   BLOB NOT NULL PRIMARY KEY,
    holder TEXT,
    made   TEXT NOT NULL,
    used   TEXT,
    cookie BLOB UNIQUE
);
