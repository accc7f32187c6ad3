-- The session that asks for a key, where one does: when it ends, its question ends with it.
ALTER TABLE log_ons ADD COLUMN session BLOB REFERENCES sessions (token) ON DELETE CASCADE;
CREATE INDEX log_ons_by_session ON log_ons (session);
