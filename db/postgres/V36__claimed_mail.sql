-- Until when, by the real clock, one of several programs on a database has a message to send, so that no other sends it too.
ALTER TABLE outbox ADD COLUMN claimed TEXT;
