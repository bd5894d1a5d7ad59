-- From where, so that people recognise their own sessions.
ALTER TABLE session ADD COLUMN address text NOT NULL DEFAULT '';
