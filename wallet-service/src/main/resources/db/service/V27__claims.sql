-- When a worker took the row. A worker that is older than the database server is gone (each node loses its connections with the
-- server), so what it held need not wait for the end of its lease.
ALTER TABLE outbox ADD COLUMN claimed_at timestamptz;
