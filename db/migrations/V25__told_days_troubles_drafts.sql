-- How letters reached the holder when a card was ordered and a temporary password issued: where their letters were sent,
-- and so the day that was told; empty is Denmark. What is there already was sent to where letters go now, as far as an
-- older version knew.
ALTER TABLE key_cards ADD COLUMN reach TEXT;
ALTER TABLE nemids ADD COLUMN temporary_reach TEXT;

UPDATE nemids SET temporary_reach = 'abroad' WHERE temporary_hash IS NOT NULL AND holder IN (
    SELECT cpr FROM citizens WHERE street = '' AND json_extract(stated_address, '$.country') IS NOT NULL
);
UPDATE key_cards SET reach = 'abroad' WHERE nemid IN (
    SELECT number FROM nemids JOIN citizens ON citizens.cpr = nemids.holder
    WHERE citizens.street = '' AND json_extract(citizens.stated_address, '$.country') IS NOT NULL
);

-- Why a message did not leave, as a stable code: the operator's page has a sentence for each, in both languages.
ALTER TABLE outbox ADD COLUMN trouble_code TEXT;

-- The sections that an operator has written for the next version of the rules, until it is published.
CREATE TABLE rules_drafts (
    staff   TEXT NOT NULL REFERENCES nemids (number) ON DELETE CASCADE,
    section TEXT NOT NULL,
    danish  TEXT NOT NULL,
    english TEXT NOT NULL,
    PRIMARY KEY (staff, section)
);
