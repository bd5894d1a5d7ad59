-- The till: physical cards, NFC keys, limits, traces of scans, codes for spending by phone, rotation of register keys.

-- Key rotation: the former key goes on working beside the new one until it ends.
ALTER TABLE register
    ADD COLUMN old_key_hash bytea,
    ADD COLUMN old_key_until timestamptz,
    ADD COLUMN old_key_seen_at timestamptz,
    ADD COLUMN key_changed_at timestamptz;

-- One row per merchant who changed something; the defaults stand in the code.
CREATE TABLE till_settings (
    merchant_id bigint PRIMARY KEY,
    phone_spending text NOT NULL CHECK (phone_spending IN ('FREE', 'CODE', 'NEVER')),
    scan_required boolean NOT NULL,
    scans_per_register_minute integer NOT NULL,
    misses_per_register_minute integer NOT NULL,
    scans_per_card_hour integer NOT NULL,
    nfc_window_seconds bigint NOT NULL,
    offline_days integer NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
);

-- What readers gave and what came of it; never the code itself. Forgotten after a month.
CREATE TABLE scan (
    merchant_id bigint NOT NULL,
    scan_id bigint NOT NULL,
    at timestamptz NOT NULL,
    register_id bigint NOT NULL,
    source text,
    symbology text,
    medium text NOT NULL,
    outcome text NOT NULL,
    member_id bigint,
    tail text NOT NULL,
    repairs text[] NOT NULL,
    PRIMARY KEY (merchant_id, scan_id)
);
CREATE INDEX scan_time ON scan (merchant_id, at, scan_id);
CREATE INDEX scan_member ON scan (merchant_id, member_id, at, scan_id) WHERE member_id IS NOT NULL;
CREATE INDEX scan_register ON scan (merchant_id, register_id, at, scan_id);

-- Reads that may be used once: cryptograms and rotating codes, by their hash.
CREATE TABLE used_read (
    merchant_id bigint NOT NULL,
    read_hash bytea NOT NULL,
    -- A receipt that is sent again may bring the same read again.
    used_by text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, read_hash)
);
CREATE INDEX used_read_end ON used_read (merchant_id, expires_at);

-- One-time codes that let a member who was found by phone spend at one register.
CREATE TABLE spend_code (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    register_id bigint NOT NULL,
    code_hash bytea NOT NULL,
    tries_left smallint NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    proven_until timestamptz,
    PRIMARY KEY (merchant_id, member_id, register_id)
);
CREATE INDEX spend_code_end ON spend_code (merchant_id, expires_at);

-- Private keys that open phones' cryptograms, sealed under the master key. key_id is only four bytes, so not unique.
CREATE TABLE nfc_key (
    merchant_id bigint NOT NULL,
    nfc_key_id bigint NOT NULL,
    name text NOT NULL,
    key_id bytea NOT NULL,
    public_key text NOT NULL,
    pass_types text[] NOT NULL,
    sealed text NOT NULL,
    created_at timestamptz NOT NULL,
    retired_at timestamptz,
    PRIMARY KEY (merchant_id, nfc_key_id),
    UNIQUE (merchant_id, public_key)
);

-- Cards whose barcode changes with time: the secret that their codes are made with, sealed.
CREATE TABLE rotating_card (
    merchant_id bigint NOT NULL,
    code text NOT NULL,
    member_id bigint NOT NULL,
    sealed text NOT NULL,
    period_millis integer NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, code),
    UNIQUE (merchant_id, member_id)
);

-- Plastic that is not given out yet. One piece may carry several codes: they share its plastic_id.
CREATE TABLE card_batch (
    merchant_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    name text NOT NULL,
    cards integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, batch_id)
);
CREATE TABLE card_blank (
    merchant_id bigint NOT NULL,
    code text NOT NULL,
    plastic_id bigint NOT NULL,
    batch_id bigint NOT NULL,
    PRIMARY KEY (merchant_id, code)
);
CREATE INDEX card_blank_plastic ON card_blank (merchant_id, plastic_id);
CREATE INDEX card_blank_batch ON card_blank (merchant_id, batch_id, code);

-- Goods' numbers that are this shop's cards nevertheless: thirteen digits that begin so.
CREATE TABLE card_prefix (
    merchant_id bigint NOT NULL,
    prefix text NOT NULL,
    PRIMARY KEY (merchant_id, prefix)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['till_settings', 'scan', 'used_read', 'spend_code', 'nfc_key', 'rotating_card', 'card_batch',
        'card_blank', 'card_prefix']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE ON till_settings, spend_code, rotating_card, used_read TO kartela_app;
GRANT UPDATE (name, pass_types, retired_at) ON nfc_key TO kartela_app;
GRANT DELETE ON scan, used_read, spend_code, rotating_card, card_blank, card TO kartela_app;
