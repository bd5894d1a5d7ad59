-- Where a vendor posts what people do and how words fared: an address of random bits for each channel, and what proves the vendor.
CREATE TABLE channel_hook (
    merchant_id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sealed text NOT NULL,
    -- The vendor said that it will post here.
    listening boolean NOT NULL DEFAULT false,
    PRIMARY KEY (merchant_id, kind),
    UNIQUE (merchant_id, name)
);

-- By which link a member opens a chat with the shop's bot: once, and not for long. The newest one holds.
CREATE TABLE chat_invitation (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    kind text NOT NULL,
    hash bytea NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id, kind),
    UNIQUE (merchant_id, hash)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['channel_hook', 'chat_invitation'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
