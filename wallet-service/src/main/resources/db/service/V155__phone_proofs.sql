-- A person shows that a phone is theirs without a text: by the button of a messenger, or by ringing a number. Bound to one attempt.
CREATE TABLE phone_proof (
    merchant_id bigint NOT NULL,
    proof_id bigint NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('SIGN_UP', 'SPEND')),
    phone text NOT NULL,
    lang text NOT NULL,
    way text NOT NULL CHECK (way IN ('MAX', 'TELEGRAM', 'CALL')),
    -- Hash of what only whoever began it knows.
    secret bytea NOT NULL,
    -- Hash of what stands in the messenger's link; the first chat that comes with it keeps it.
    token bytea,
    chat text,
    bound_at timestamptz,
    -- The vendor's name for the call that is waited for, and when it was asked last.
    check_id text,
    asked_at timestamptz,
    state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'PROVEN', 'OTHER_PHONE', 'ELAPSED')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, proof_id),
    UNIQUE (merchant_id, token)
);
CREATE INDEX phone_proof_chat ON phone_proof (merchant_id, way, chat) WHERE chat IS NOT NULL;
CREATE INDEX phone_proof_phone ON phone_proof (merchant_id, phone, created_at);
CREATE INDEX phone_proof_age ON phone_proof (merchant_id, created_at);

-- By which ways a shop lets phones be proven, in its order; without a row: all that cost nothing but calls, then a text.
CREATE TABLE proof_order (
    merchant_id bigint PRIMARY KEY,
    ways text[] NOT NULL
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['phone_proof', 'proof_order'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- From which phones a call is waited for, by a hash: a call tells nobody which attempt it is for, so there is one at a time, whatever the
-- shop. Nobody's table: it names neither phones nor merchants.
CREATE TABLE call_awaited (
    phone bytea PRIMARY KEY,
    until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON call_awaited TO kartela_app;
