-- How a merchant's cards look. A published version never changes; number 0, the first design, is the program's own.
CREATE TABLE card_design (
    merchant_id bigint NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    document text NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    PRIMARY KEY (merchant_id, number)
);

-- One draft a merchant. Text, not json: a person in the middle of editing may leave anything here.
CREATE TABLE card_design_draft (
    merchant_id bigint NOT NULL PRIMARY KEY,
    document text NOT NULL,
    based_on integer NOT NULL,
    revision integer NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
);

-- Pictures by the SHA-256 of their bytes: a version keeps showing what it was published with.
CREATE TABLE card_design_image (
    merchant_id bigint NOT NULL,
    image_id text NOT NULL,
    content bytea NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, image_id)
);

-- A publication on its way to the cards, resumed wherever it stood; a newer one takes its place.
CREATE TABLE card_restyle (
    merchant_id bigint NOT NULL PRIMARY KEY,
    number integer NOT NULL,
    after_member bigint NOT NULL DEFAULT 0,
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX card_restyle_open ON card_restyle (started_at) WHERE finished_at IS NULL;

-- What signs cards and speaks to vendors; secrets are sealed under the installation's master key.
CREATE TABLE signing_identity (
    merchant_id bigint NOT NULL,
    identity_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('APPLE_PASS', 'APPLE_REQUEST', 'GOOGLE_ACCOUNT', 'NFC_KEY')),
    state text NOT NULL CHECK (state IN ('STORED', 'ACTIVE', 'RETIRED')),
    name text NOT NULL,
    -- What people may see: identifiers, validity, public keys.
    detail jsonb NOT NULL,
    sealed text NOT NULL,
    not_before timestamptz,
    not_after timestamptz,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    activated_at timestamptz,
    PRIMARY KEY (merchant_id, identity_id)
);
CREATE UNIQUE INDEX signing_identity_active ON signing_identity (merchant_id, kind) WHERE state = 'ACTIVE';
CREATE INDEX signing_identity_ends ON signing_identity (not_after) WHERE state = 'ACTIVE';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['card_design', 'card_design_draft', 'card_design_image', 'card_restyle', 'signing_identity']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE, DELETE ON card_design_draft, signing_identity TO kartela_app;
GRANT UPDATE ON card_restyle TO kartela_app;
GRANT DELETE ON card_design_image TO kartela_app;

-- The worker finds merchants with cards left to restyle, and certificates that end; it acts as the merchant.
CREATE POLICY worker ON card_restyle FOR SELECT TO kartela_worker USING (true);
GRANT SELECT (merchant_id, number, started_at, finished_at) ON card_restyle TO kartela_worker;
CREATE POLICY worker ON signing_identity FOR SELECT TO kartela_worker USING (true);
GRANT SELECT (merchant_id, identity_id, kind, state, name, not_after) ON signing_identity TO kartela_worker;

-- Calls to Google, paced for all nodes together: when the next one may be made.
CREATE TABLE google_pace (
    issuer_id text NOT NULL PRIMARY KEY,
    next_free timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON google_pace TO kartela_app;
