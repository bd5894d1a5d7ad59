-- Who asked to be forgotten, and when that comes true unless they think better of it.
CREATE TABLE erasure_request (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);
CREATE INDEX erasure_request_due ON erasure_request (merchant_id, due_at);

-- What a shop lets its members do by themselves; without a row: their birthday once, and no foreign site.
CREATE TABLE place_settings (
    merchant_id bigint PRIMARY KEY,
    -- Whether members may say their birthday themselves; once, whatever this says.
    own_birthday boolean NOT NULL DEFAULT true,
    -- The shop's own sites, whose pages may sign people up.
    sites text[] NOT NULL DEFAULT '{}'
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['erasure_request', 'place_settings'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- Where a word was said: at the member's own place; on the shop's own site.
ALTER TABLE consent DROP CONSTRAINT consent_source_check;
ALTER TABLE consent ADD CONSTRAINT consent_source_check
    CHECK (source IN ('SIGN_UP_PAGE', 'TILL', 'CABINET', 'MIGRATED', 'VENDOR', 'LINK', 'PLACE', 'SITE'));
