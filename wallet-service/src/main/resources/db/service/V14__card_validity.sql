-- From when on a card's validity counts: its renewal, or else its issue.
ALTER TABLE pass ADD COLUMN valid_from timestamptz;
