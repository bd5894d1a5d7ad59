-- A session that nobody used for a while is over before its last hour.
ALTER TABLE session ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
UPDATE session SET seen_at = created_at;
GRANT UPDATE (seen_at) ON session TO kartela_app;
