-- Lists that people bring in files: checked, taken in by a background job, perhaps taken back. The file holds personal data and goes
-- when it is taken in, the rest after a month.
CREATE TABLE file_import (
    merchant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    file bytea,
    -- What stands at its top: titles and the first rows.
    head json NOT NULL,
    -- What each column is, as a person confirmed it.
    columns text[] NOT NULL,
    state text NOT NULL DEFAULT 'NEW' CHECK (state IN
        ('NEW', 'CHECKING', 'CHECKED', 'RUNNING', 'STOPPED', 'DONE', 'UNDOING', 'UNDONE', 'FAILED')),
    created_by text NOT NULL,
    author text NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    total integer NOT NULL,
    -- Rows that were gone through, and the number of the last of them in the file.
    done integer NOT NULL DEFAULT 0,
    last_row integer NOT NULL DEFAULT 0,
    added integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    same integer NOT NULL DEFAULT 0,
    wrong integer NOT NULL DEFAULT 0,
    taken_back integer NOT NULL DEFAULT 0,
    credits_back integer NOT NULL DEFAULT 0,
    kept integer NOT NULL DEFAULT 0,
    error text,
    attempts smallint NOT NULL DEFAULT 0,
    -- Fences a worker that lost its lease.
    epoch integer NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (merchant_id, import_id)
);
CREATE INDEX file_import_open ON file_import (created_at) WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING');

-- Rows that were not taken, and what is to be said of others.
CREATE TABLE import_remark (
    merchant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    line integer NOT NULL,
    wrong boolean NOT NULL,
    ru text NOT NULL,
    en text NOT NULL,
    cells text[] NOT NULL,
    PRIMARY KEY (merchant_id, import_id, line)
);

-- Who was not a member before an import.
CREATE TABLE import_member (
    merchant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    member_id bigint NOT NULL,
    PRIMARY KEY (merchant_id, import_id, member_id)
);

-- What members brought along from another system: once each, whatever is imported again.
CREATE TABLE opening_credit (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    amount bigint NOT NULL,
    lot_id bigint NOT NULL,
    -- Which import it came by; null: it is not to be taken back any more.
    import_id bigint,
    PRIMARY KEY (merchant_id, member_id)
);
CREATE INDEX opening_credit_import ON opening_credit (merchant_id, import_id) WHERE import_id IS NOT NULL;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['file_import', 'import_remark', 'import_member', 'opening_credit']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- The worker finds and claims what waits of every merchant; the content it reads as the merchant.
CREATE POLICY worker ON file_import TO kartela_worker USING (true);
GRANT SELECT (merchant_id, import_id, kind, state, created_at, attempts, epoch, lease_until) ON file_import TO kartela_worker;
GRANT UPDATE (state, finished_at, error, attempts, epoch, lease_until) ON file_import TO kartela_worker;
