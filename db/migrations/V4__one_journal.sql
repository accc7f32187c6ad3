-- One journal for every desk: an office's counter, a bank's, the operator's. `place` names the office or the bank; it is
-- empty for the administrator and the operator. `citizen` is empty for what concerns everybody.
CREATE TABLE journal_of_all (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    at             TEXT NOT NULL,
    staff          TEXT NOT NULL REFERENCES nemids (number),
    desk           TEXT NOT NULL,
    place          TEXT,
    citizen        TEXT,
    nemid          TEXT,
    action         TEXT NOT NULL,
    identification TEXT NOT NULL,
    text           TEXT NOT NULL
);
INSERT INTO journal_of_all (id, at, staff, desk, place, citizen, nemid, action, identification, text)
    SELECT id, at, staff, 'office', office, citizen, nemid, action, identification, text FROM journal ORDER BY id;
INSERT INTO journal_of_all (at, staff, desk, place, citizen, nemid, action, identification, text)
    SELECT at, staff, CASE WHEN bank IS NULL THEN 'operator' ELSE 'bank' END, bank, citizen, nemid, action, '[]', text
    FROM desk_journal ORDER BY id;
DROP TABLE journal;
DROP TABLE desk_journal;
ALTER TABLE journal_of_all RENAME TO journal;
CREATE INDEX journal_by_desk ON journal (desk, place, id);
CREATE INDEX journal_by_citizen ON journal (citizen, id);

-- Errands are of one shape too. None of them has changed anything yet; whoever is in the middle of one begins again.
DELETE FROM errands;
