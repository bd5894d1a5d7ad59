-- By which certificate Apple doubted the token: another one may be believed, so the token is tried again.
ALTER TABLE apple_device ADD COLUMN quarantined_by text;
