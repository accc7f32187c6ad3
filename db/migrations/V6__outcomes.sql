-- What a form that was sent came to, as JSON, where it is answered the same when it is sent again.
ALTER TABLE spent_tokens ADD COLUMN outcome TEXT;
