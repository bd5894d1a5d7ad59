-- Who works in a shop: since when with a password of their own, last at work, and when their access ended. Those who are there
-- already have joined.
ALTER TABLE staff
    ADD COLUMN joined_at timestamptz DEFAULT now(),
    ADD COLUMN last_sign_in_at timestamptz,
    ADD COLUMN ended_at timestamptz;
ALTER TABLE staff ALTER COLUMN joined_at DROP DEFAULT;

-- By which browser, so that people recognise their own sessions.
ALTER TABLE session ADD COLUMN agent text NOT NULL DEFAULT '';
