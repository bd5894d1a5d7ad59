-- What is done to many members at once, row by row, by whichever node comes first. A row's outcome is written in the transaction of the
-- change itself: each is changed once, whatever crashes.
CREATE TABLE bulk_job (
    merchant_id bigint NOT NULL,
    job_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('TAG_ADD', 'TAG_REMOVE', 'CREDIT', 'BLOCK', 'UNBLOCK')),
    tag text,
    amount bigint NOT NULL,
    expires_at timestamptz,
    reason text NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    total integer NOT NULL,
    author text NOT NULL,
    request_key text NOT NULL,
    request_hash text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (merchant_id, job_id),
    UNIQUE (merchant_id, request_key)
);
CREATE INDEX bulk_job_open ON bulk_job (started_at) WHERE state IN ('RUNNING', 'UNDOING');

-- outcome: WAITING and CHANGED are to be worked on, the latter when the job is undone.
CREATE TABLE bulk_row (
    merchant_id bigint NOT NULL,
    job_id bigint NOT NULL,
    member_id bigint NOT NULL,
    outcome text NOT NULL DEFAULT 'WAITING' CHECK (outcome IN ('WAITING', 'CHANGED', 'SAME', 'FAILED', 'UNDONE', 'KEPT')),
    code text,
    lot_id bigint,
    PRIMARY KEY (merchant_id, job_id, member_id)
);
CREATE INDEX bulk_row_outcome ON bulk_row (merchant_id, job_id, outcome, member_id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['bulk_job', 'bulk_row'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (state, finished_at) ON bulk_job TO kartela_app;
GRANT SELECT, INSERT, UPDATE (outcome, code, lot_id) ON bulk_row TO kartela_app;
CREATE POLICY worker ON bulk_job FOR SELECT TO kartela_worker USING (true);
GRANT SELECT (merchant_id, job_id, state, started_at) ON bulk_job TO kartela_worker;
