-- An encrypted e-mail with which a site answers what was signed there says which document it answers.
ALTER TABLE encrypted_mails ADD COLUMN answers INTEGER REFERENCES documents (id) ON DELETE SET NULL;
