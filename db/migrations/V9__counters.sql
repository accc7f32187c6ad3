-- Numbers that are drawn before their row is written, so that no row is written twice to learn its own number.
CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
);

-- A number is never given out twice, even where the newest rows have been forgotten: SQLite remembers the highest.
INSERT INTO counters (name, last)
SELECT name, seq FROM sqlite_sequence WHERE name IN ('letters', 'outbox', 'documents');

INSERT INTO counters (name, last)
SELECT 'journal:' || desk || ':' || coalesce(place, ''), max(number) FROM journal GROUP BY desk, coalesce(place, '');

INSERT INTO counters (name, last)
SELECT 'certificates', max(serial) FROM (
    SELECT serial FROM certificates
    UNION ALL
    SELECT CAST(value AS INTEGER) FROM house WHERE name = 'certificate-serials-taken'
) AS taken HAVING max(serial) IS NOT NULL;

