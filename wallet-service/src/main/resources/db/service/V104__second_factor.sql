-- The second factor of the people of a shop: codes of an app, passkeys, recovery codes.
ALTER TABLE access_rules ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;
GRANT UPDATE (second_factor_required) ON access_rules TO kartela_app;

-- Opened by a password alone where more is demanded: it does nothing but set up a second factor.
ALTER TABLE session ADD COLUMN setting_up boolean NOT NULL DEFAULT false;
GRANT UPDATE (setting_up) ON session TO kartela_app;

-- last_step: of these 30 seconds, or earlier ones, no code counts any more. confirmed_at null: nobody has shown a code of it yet.
CREATE TABLE totp (
    merchant_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    sealed text NOT NULL,
    confirmed_at timestamptz,
    last_step bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (merchant_id, staff_id),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, staff_id)
);

-- Of 80 random bits, so a plain hash keeps them. A used one is gone.
CREATE TABLE recovery_code (
    merchant_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, code_hash),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, staff_id)
);

-- cose_key: the public key as WebAuthn writes it. sign_count: the authenticator's own, which never goes back.
CREATE TABLE passkey (
    merchant_id bigint NOT NULL,
    passkey_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    credential_id bytea NOT NULL CHECK (octet_length(credential_id) <= 1023),
    cose_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    backup_eligible boolean NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    PRIMARY KEY (merchant_id, passkey_id),
    UNIQUE (merchant_id, credential_id),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, staff_id)
);
CREATE INDEX passkey_staff ON passkey (merchant_id, staff_id);

-- Between a right password and the second factor.
CREATE TABLE sign_in_step (
    merchant_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    staff_id bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    wrong integer NOT NULL DEFAULT 0,
    PRIMARY KEY (merchant_id, token_hash),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, staff_id)
);
CREATE INDEX sign_in_step_staff ON sign_in_step (merchant_id, staff_id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['totp', 'recovery_code', 'passkey', 'sign_in_step'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE (sealed, confirmed_at, last_step) ON totp TO kartela_app;
GRANT UPDATE (sign_count, name, last_used_at) ON passkey TO kartela_app;
GRANT UPDATE (wrong) ON sign_in_step TO kartela_app;

-- What an authenticator is to sign, once and soon. It belongs to no merchant: who signs in by a passkey alone has not said yet whose they
-- are. bound: to the session or step that asked.
CREATE TABLE route_passkey_challenge (
    challenge_hash bytea PRIMARY KEY,
    bound bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX route_passkey_challenge_end ON route_passkey_challenge (expires_at);
GRANT SELECT, INSERT, DELETE ON route_passkey_challenge TO kartela_app;
