-- The address that a person has stated, as JSON: letters go there while there is no registered one (D29). Who has no
-- registered address has empty street, postcode and town.
ALTER TABLE citizens ADD COLUMN stated_address TEXT;
