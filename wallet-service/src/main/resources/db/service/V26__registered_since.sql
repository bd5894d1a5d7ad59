-- A phone that adds a card asks for "what changed since my tag", which may be younger than the card's last change and older than
-- the phone's copy. So what it registered since its tag is listed, too. Registrations that are already there have been told.
ALTER TABLE apple_registration ADD COLUMN registered_xid xid8;
ALTER TABLE apple_registration ALTER COLUMN registered_xid SET DEFAULT pg_current_xact_id();
