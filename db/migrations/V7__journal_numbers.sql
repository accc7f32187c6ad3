-- Each desk counts what is signed there: an office, a bank, the operator, the administrator. What an older version
-- entered is counted in the order in which it was signed.
ALTER TABLE journal ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE journal SET number = (
    SELECT count(*) FROM journal AS earlier
    WHERE earlier.desk = journal.desk AND coalesce(earlier.place, '') = coalesce(journal.place, '')
        AND earlier.id <= journal.id
);
CREATE UNIQUE INDEX journal_by_number ON journal (desk, coalesce(place, ''), number);
