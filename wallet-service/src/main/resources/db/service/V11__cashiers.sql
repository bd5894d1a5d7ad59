-- Cashiers sign in on a store's registers with a PIN; receipts, returns and scans carry them.

CREATE TABLE cashier (
    merchant_id bigint NOT NULL,
    cashier_id bigint NOT NULL,
    store_id bigint NOT NULL,
    name text NOT NULL,
    pin_hash text NOT NULL,
    -- Wrong PINs in a row; every fifth locks, each time for longer.
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    last_seen_at timestamptz,
    pin_changed_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (merchant_id, cashier_id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, store_id)
);
-- Two of one name could not be told apart on the sign-in screen.
CREATE UNIQUE INDEX cashier_name ON cashier (merchant_id, store_id, lower(name)) WHERE revoked_at IS NULL;

-- A cashier at work on one register. Kept after its end: receipts made in it may be sent later.
CREATE TABLE cashier_session (
    merchant_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    cashier_id bigint NOT NULL,
    register_id bigint NOT NULL,
    started_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, token_hash)
);
CREATE INDEX cashier_session_cashier ON cashier_session (merchant_id, cashier_id, ends_at);
CREATE INDEX cashier_session_end ON cashier_session (merchant_id, ends_at);

ALTER TABLE receipt ADD COLUMN cashier_id bigint;
ALTER TABLE receipt_return ADD COLUMN cashier_id bigint, ADD COLUMN register_id bigint;
CREATE INDEX receipt_return_register ON receipt_return (merchant_id, register_id, at) WHERE register_id IS NOT NULL;
ALTER TABLE scan ADD COLUMN cashier_id bigint;

ALTER TABLE till_settings
    ADD COLUMN cashier_required boolean NOT NULL DEFAULT false,
    ADD COLUMN lock_after_minutes integer NOT NULL DEFAULT 10;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['cashier', 'cashier_session']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE (pin_hash, failures, locked_until, last_seen_at, pin_changed_at, revoked_at) ON cashier TO kartela_app;
GRANT UPDATE (ends_at) ON cashier_session TO kartela_app;
GRANT DELETE ON cashier_session TO kartela_app;
