-- The member's own place: codes that open it, and the sessions of who typed one.
CREATE TABLE place_code (
    merchant_id bigint NOT NULL,
    -- Not one after the other: only whoever asked knows it, and nobody else can use up the tries.
    code_id bigint NOT NULL,
    member_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, code_id)
);
CREATE INDEX place_code_member ON place_code (merchant_id, member_id);
CREATE INDEX place_code_end ON place_code (merchant_id, expires_at);

CREATE TABLE member_session (
    merchant_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    member_id bigint NOT NULL,
    -- Of the phone that took the code: with another phone the session is nobody's.
    phone_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, token_hash)
);
CREATE INDEX member_session_member ON member_session (merchant_id, member_id);
CREATE INDEX member_session_end ON member_session (merchant_id, expires_at);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['place_code', 'member_session'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
