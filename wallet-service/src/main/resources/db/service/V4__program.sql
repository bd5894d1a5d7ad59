-- Programs on their way to publication, and replays of past receipts under them.
CREATE TABLE program_draft (
    merchant_id bigint NOT NULL,
    draft_id bigint NOT NULL,
    name text NOT NULL,
    -- Text, not json: a person in the middle of editing may leave anything here.
    document text NOT NULL,
    -- The version it was made from; publishing over a newer one must be said aloud.
    based_on integer NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    published_as integer,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, draft_id)
);

-- The program stands here as it was when the replay was asked for: the draft may be edited meanwhile.
-- epoch fences a worker that lost its lease.
CREATE TABLE what_if (
    merchant_id bigint NOT NULL,
    what_if_id bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    draft_id bigint,
    name text NOT NULL,
    document text NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL,
    sample smallint NOT NULL,
    spending text NOT NULL CHECK (spending IN ('AS_SPENT', 'AS_ALLOWED')),
    bonus_value_bp integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,
    error text,
    result json,
    attempts smallint NOT NULL DEFAULT 0,
    epoch integer NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (merchant_id, what_if_id),
    CHECK (from_at < to_at)
);
-- One replay at a time per merchant, on whichever node.
CREATE UNIQUE INDEX what_if_running ON what_if (merchant_id) WHERE state = 'RUNNING';
CREATE INDEX what_if_open ON what_if (created_at) WHERE state IN ('QUEUED', 'RUNNING');

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['program_draft', 'what_if']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- The worker finds and claims waiting replays of every merchant; their content it reads as the merchant.
CREATE POLICY worker ON what_if TO kartela_worker USING (true);
GRANT SELECT (merchant_id, what_if_id, state, created_at, attempts, epoch, lease_until) ON what_if TO kartela_worker;
GRANT UPDATE (state, started_at, finished_at, error, attempts, epoch, lease_until) ON what_if TO kartela_worker;
