-- Cards in phones' wallets. Serial and token begin with the merchant, so nothing has to be looked up to route them.
CREATE TABLE pass (
    merchant_id bigint NOT NULL,
    serial text NOT NULL,
    member_id bigint NOT NULL,
    token text NOT NULL,
    auth_token text NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    -- Who wrote the last change. A device's tag is an xmin, so a change that commits late is still listed to it.
    changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    -- Whole seconds and strictly increasing: HTTP dates know nothing finer, and every change must have its own.
    modified_at timestamptz NOT NULL CHECK (modified_at = date_trunc('second', modified_at)),
    news text,
    news_at timestamptz,
    -- What set the news, so that a message delivered twice is shown once.
    news_key text,
    created_at timestamptz NOT NULL,
    voided_at timestamptz,
    PRIMARY KEY (merchant_id, serial),
    UNIQUE (merchant_id, token)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX pass_live ON pass (merchant_id, member_id) WHERE voided_at IS NULL;

-- device_id is a hash: in Apple's protocol the id itself is the secret that lists a phone's cards.
-- Several devices may report one push token, so it is not unique.
CREATE TABLE apple_device (
    merchant_id bigint NOT NULL,
    device_id text NOT NULL,
    push_token text NOT NULL,
    token_at timestamptz NOT NULL,
    -- APNs doubted the token; it is left alone until the phone registers again.
    quarantined text,
    PRIMARY KEY (merchant_id, device_id)
);
CREATE INDEX apple_device_token ON apple_device (merchant_id, push_token);

CREATE TABLE apple_registration (
    merchant_id bigint NOT NULL,
    device_id text NOT NULL,
    serial text NOT NULL,
    registered_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, device_id, serial),
    FOREIGN KEY (merchant_id, device_id) REFERENCES apple_device (merchant_id, device_id),
    FOREIGN KEY (merchant_id, serial) REFERENCES pass (merchant_id, serial)
);
CREATE INDEX apple_registration_serial ON apple_registration (merchant_id, serial, device_id);

-- What Google was last told, so that a class is written once per look and an object only when it differs.
CREATE TABLE google_class (
    merchant_id bigint NOT NULL,
    class_id text NOT NULL,
    content_hash text NOT NULL,
    PRIMARY KEY (merchant_id, class_id)
);
CREATE TABLE google_object (
    merchant_id bigint NOT NULL,
    serial text NOT NULL,
    object_id text NOT NULL,
    class_id text NOT NULL,
    content_hash text NOT NULL,
    -- OFFERED: exists at Google, nobody is known to hold it yet.
    state text NOT NULL CHECK (state IN ('OFFERED', 'SAVED', 'REMOVED')),
    state_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, serial),
    FOREIGN KEY (merchant_id, serial) REFERENCES pass (merchant_id, serial)
);
-- Google repeats its callbacks; a nonce is obeyed once.
CREATE TABLE google_callback (
    merchant_id bigint NOT NULL,
    nonce text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, nonce)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['pass', 'apple_device', 'apple_registration', 'google_class', 'google_object',
        'google_callback']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['pass', 'apple_device', 'google_class', 'google_object']
    LOOP
        EXECUTE format('GRANT UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON apple_device, apple_registration, google_callback TO kartela_app;
