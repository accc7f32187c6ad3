-- What a letter is for, the number outside a PIN letter, and the office that handed one over (NULL: it was posted).
ALTER TABLE letters ADD COLUMN purpose TEXT;
ALTER TABLE letters ADD COLUMN serial TEXT;
ALTER TABLE letters ADD COLUMN office TEXT;
CREATE INDEX letters_by_serial ON letters (serial) WHERE serial IS NOT NULL;

-- Letters of an older version are completed when the world is opened the next time, with the server key: the recipient is
-- sealed with them, and those that an office handed over are among them.
INSERT INTO house (name, value) VALUES ('letters', 'to be completed');
