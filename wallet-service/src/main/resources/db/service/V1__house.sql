-- The service's own tables. merchant_id leads every key, so that the layout can be distributed by merchant;
-- row-level security is the second wall behind the queries. Roles come from the ledger's migrations.
GRANT USAGE ON SCHEMA kartela TO kartela_app, kartela_worker;

CREATE SEQUENCE id_block START 1000 INCREMENT 1000;
GRANT USAGE ON SEQUENCE id_block TO kartela_app, kartela_worker;

-- Routing: what must be found before the merchant is known. No personal data beyond staff e-mails, no secrets.
CREATE TABLE route_slug (
    slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    merchant_id bigint NOT NULL
);
CREATE TABLE route_staff (
    email text NOT NULL,
    merchant_id bigint NOT NULL,
    PRIMARY KEY (email, merchant_id)
);
CREATE TABLE route_device (
    device_id text NOT NULL,
    merchant_id bigint NOT NULL,
    PRIMARY KEY (device_id, merchant_id)
);
GRANT SELECT, INSERT ON route_slug, route_staff, route_device TO kartela_app;
GRANT SELECT ON route_slug TO kartela_worker;

CREATE TABLE merchant (
    merchant_id bigint PRIMARY KEY,
    slug text NOT NULL,
    name text NOT NULL,
    description_ru text NOT NULL DEFAULT '',
    description_en text NOT NULL DEFAULT '',
    zone text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('ru', 'en')),
    color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
    created_at timestamptz NOT NULL
);

CREATE TABLE store (
    merchant_id bigint NOT NULL,
    store_id bigint NOT NULL,
    name text NOT NULL,
    zone text NOT NULL,
    PRIMARY KEY (merchant_id, store_id)
);

CREATE TABLE register (
    merchant_id bigint NOT NULL,
    register_id bigint NOT NULL,
    store_id bigint NOT NULL,
    name text NOT NULL,
    key_hash bytea NOT NULL,
    revoked_at timestamptz,
    last_seen_at timestamptz,
    PRIMARY KEY (merchant_id, register_id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, store_id)
);

CREATE TABLE staff (
    merchant_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('OWNER', 'MARKETER', 'CASHIER')),
    password_hash text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('ru', 'en')),
    PRIMARY KEY (merchant_id, staff_id),
    UNIQUE (merchant_id, email)
);

CREATE TABLE session (
    merchant_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    staff_id bigint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, token_hash)
);

CREATE TABLE program_version (
    merchant_id bigint NOT NULL,
    number integer NOT NULL,
    content_id text NOT NULL,
    document text NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    PRIMARY KEY (merchant_id, number)
);

CREATE TABLE sign_up (
    merchant_id bigint NOT NULL,
    sign_up_id bigint NOT NULL,
    phone text NOT NULL,
    name text NOT NULL,
    locale text NOT NULL,
    birth_date date,
    consent_messages boolean NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, sign_up_id)
);
CREATE INDEX sign_up_recent ON sign_up (merchant_id, phone, created_at);

-- Who the member is (JPA); what the member's purchases add up to stands in member_standing (JDBC).
CREATE TABLE member (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    phone text NOT NULL,
    name text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('ru', 'en')),
    birth_date date,
    birth_date_entered_at timestamptz,
    status text NOT NULL CHECK (status IN ('ACTIVE', 'BLOCKED')),
    consent_messages boolean NOT NULL,
    consent_at timestamptz,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id),
    UNIQUE (merchant_id, phone)
);
CREATE INDEX member_newest ON member (merchant_id, created_at, member_id);

CREATE TABLE member_standing (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    tier text NOT NULL,
    tier_since timestamptz NOT NULL,
    purchases bigint NOT NULL DEFAULT 0,
    spent_total bigint NOT NULL DEFAULT 0,
    largest bigint NOT NULL DEFAULT 0,
    first_purchase_at timestamptz,
    last_purchase_at timestamptz,
    PRIMARY KEY (merchant_id, member_id)
) WITH (fillfactor = 80);
CREATE INDEX member_standing_tier ON member_standing (merchant_id, tier, member_id);

-- Every code that identifies a member at the till.
CREATE TABLE card (
    merchant_id bigint NOT NULL,
    code text NOT NULL,
    member_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('WALLET', 'PHYSICAL')),
    status text NOT NULL CHECK (status IN ('ACTIVE', 'REPLACED', 'BLOCKED')),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, code)
);
CREATE INDEX card_member ON card (merchant_id, member_id);

CREATE TABLE receipt (
    merchant_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    register_id bigint NOT NULL,
    store_id bigint NOT NULL,
    member_id bigint,
    number text,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    gross bigint NOT NULL,
    discount bigint NOT NULL,
    spent bigint NOT NULL,
    net bigint NOT NULL,
    earned bigint NOT NULL,
    -- What of it counts towards tiers and sums of purchases, and how much of that came back.
    counted bigint NOT NULL DEFAULT 0,
    returned bigint NOT NULL DEFAULT 0,
    program_number integer NOT NULL,
    -- Where the ledger booked it: the redemption's entry, the accrual's lot, the lots of grants by rule.
    redemption_seq bigint,
    accrual_lot bigint,
    grant_lots json,
    -- What was judged and how: basket, facts, evaluation, names. A return in three months undoes exactly this.
    -- json, not jsonb: it is written on the hot path and read back whole, byte for byte.
    document json NOT NULL,
    -- All returns so far, added up.
    returned_sofar json,
    PRIMARY KEY (merchant_id, receipt_id)
);
CREATE INDEX receipt_register ON receipt (merchant_id, register_id, receipt_id);
CREATE INDEX receipt_member ON receipt (merchant_id, member_id, at);
CREATE INDEX receipt_at ON receipt (merchant_id, at);

CREATE TABLE receipt_return (
    merchant_id bigint NOT NULL,
    return_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    at timestamptz NOT NULL,
    money bigint NOT NULL,
    bonuses_back bigint NOT NULL,
    earn_reversed bigint NOT NULL,
    document json NOT NULL,
    PRIMARY KEY (merchant_id, return_id)
);
CREATE INDEX receipt_return_receipt ON receipt_return (merchant_id, receipt_id);

-- Side effects leave through here: written in the transaction that causes them, done and deleted by the delivery worker.
-- not_before is also the lease: a claimed row is invisible until it passes.
CREATE TABLE outbox (
    merchant_id bigint NOT NULL,
    outbox_id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    member_id bigint,
    payload jsonb,
    attempts smallint NOT NULL DEFAULT 0,
    not_before timestamptz NOT NULL DEFAULT '-infinity',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (merchant_id, outbox_id)
);
CREATE INDEX outbox_due ON outbox (not_before, outbox_id);

CREATE TABLE campaign (
    merchant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    tier text,
    state text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    total integer NOT NULL DEFAULT 0,
    idempotency_key text NOT NULL,
    PRIMARY KEY (merchant_id, campaign_id),
    UNIQUE (merchant_id, idempotency_key)
);

-- Fixed when the campaign starts; outcome is null until the member was reached or given up.
CREATE TABLE campaign_recipient (
    merchant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    seq integer NOT NULL,
    member_id bigint NOT NULL,
    outcome text CHECK (outcome IN ('DELIVERED', 'FAILED', 'SKIPPED')),
    reason text,
    PRIMARY KEY (merchant_id, campaign_id, seq)
);
-- Ranges of recipients that workers lease; epoch fences a worker that came back too late.
CREATE TABLE campaign_chunk (
    merchant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    from_seq integer NOT NULL,
    to_seq integer NOT NULL,
    done boolean NOT NULL DEFAULT false,
    epoch integer NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL DEFAULT '-infinity',
    delivered integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    skipped integer NOT NULL DEFAULT 0,
    PRIMARY KEY (merchant_id, campaign_id, from_seq)
);
CREATE INDEX campaign_chunk_open ON campaign_chunk (lease_until) WHERE NOT done;

CREATE TABLE audit (
    merchant_id bigint NOT NULL,
    audit_id bigint NOT NULL,
    at timestamptz NOT NULL,
    author text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb,
    PRIMARY KEY (merchant_id, audit_id)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['merchant', 'store', 'register', 'staff', 'session', 'program_version', 'sign_up', 'member',
        'member_standing', 'card', 'receipt', 'receipt_return', 'outbox', 'campaign', 'campaign_recipient',
        'campaign_chunk', 'audit']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
    -- Updates and deletions only where the service makes them.
    FOREACH t IN ARRAY ARRAY['merchant', 'store', 'register', 'staff', 'sign_up', 'member', 'member_standing', 'card',
        'campaign', 'campaign_recipient', 'campaign_chunk']
    LOOP
        EXECUTE format('GRANT UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE (returned, returned_sofar) ON receipt TO kartela_app;
GRANT DELETE ON session, sign_up, outbox TO kartela_app;

-- The worker finds due work of every merchant; it sees no member.
CREATE POLICY worker ON outbox TO kartela_worker USING (true);
GRANT SELECT, UPDATE, DELETE ON outbox TO kartela_worker;
CREATE POLICY worker ON campaign_chunk TO kartela_worker USING (true);
GRANT SELECT, UPDATE ON campaign_chunk TO kartela_worker;
CREATE POLICY worker ON campaign TO kartela_worker USING (true);
GRANT SELECT (merchant_id, campaign_id, state) ON campaign TO kartela_worker;
CREATE POLICY worker ON session TO kartela_worker USING (true);
GRANT SELECT (merchant_id, token_hash, expires_at), DELETE ON session TO kartela_worker;
