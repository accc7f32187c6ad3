-- The instant at which a version of the rules was published: it is in force three months later to the hour (Rules 3.10).
-- Of an older version the day is known alone, and counts from its beginning, as was announced.
ALTER TABLE rules_versions ADD COLUMN published_at TEXT;

-- Since when the name and the e-mail address of a certificate are out of date: each has its own 30 days (Rules 4.2).
-- `outdated_since` stays the earlier of both.
ALTER TABLE certificates ADD COLUMN name_outdated_since TEXT;
ALTER TABLE certificates ADD COLUMN email_outdated_since TEXT;
UPDATE certificates SET name_outdated_since = outdated_since
    WHERE name <> (SELECT c.name FROM nemids n JOIN citizens c ON c.cpr = n.holder WHERE n.number = certificates.nemid);
UPDATE certificates SET email_outdated_since = outdated_since
    WHERE email IS NOT NULL
      AND email <> coalesce((SELECT n.email FROM nemids n WHERE n.number = certificates.nemid), '');

-- What falls due happens at its instant; the next night notes it for each NemID anew.
UPDATE nemids SET due = '' WHERE due IS NOT NULL;
