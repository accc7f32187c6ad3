-- What a night has to look at, what is known of each try to send a message, and the Hændelseslog as it is read.

-- The instant before which time brings nothing about for a NemID; NULL when it never will, '' when it has to be
-- looked at (an older version did not note it).
ALTER TABLE nemids ADD COLUMN due TEXT DEFAULT '';
CREATE INDEX nemids_by_due ON nemids (due) WHERE due IS NOT NULL;

-- By the real clock: when a message may be tried again ('' at once, NULL never), and when the try began of which it
-- is not known how it ended. `repeats` counts how often it was sent again without knowing.
ALTER TABLE outbox ADD COLUMN next_try TEXT DEFAULT '';
ALTER TABLE outbox ADD COLUMN begun TEXT;
ALTER TABLE outbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;

-- What the citizen is not shown is not gone through to find what is shown.
DROP INDEX event_log_by_nemid;
CREATE INDEX event_log_shown ON event_log (nemid, at DESC, id DESC) WHERE kind <> '';
