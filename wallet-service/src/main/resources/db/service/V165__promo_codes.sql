-- Promo codes: sets of them, the codes, what was reserved and used, and who guesses.

-- The merchant's secret, from which codes are made and by which they are found: without it a copy of the tables gives no code away.
CREATE TABLE promo_key (
    merchant_id bigint NOT NULL,
    kind text NOT NULL,
    sealed text NOT NULL,
    PRIMARY KEY (merchant_id, kind)
);

-- symbols: how many of a made code are chance; null: the codes came from a list. wanted and made count what was made of the secret,
-- issued what there is. uses_per_code, uses_in_all, uses_per_member: null is any number. used: counted while uses_in_all is set.
CREATE TABLE promo_set (
    merchant_id bigint NOT NULL,
    set_id bigint NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    prefix text NOT NULL,
    symbols integer CHECK (symbols BETWEEN 4 AND 20),
    wanted bigint NOT NULL DEFAULT 0,
    made bigint NOT NULL DEFAULT 0,
    issued bigint NOT NULL DEFAULT 0,
    shortest integer NOT NULL DEFAULT 0,
    longest integer NOT NULL DEFAULT 0,
    uses_per_code integer CHECK (uses_per_code > 0),
    uses_in_all bigint CHECK (uses_in_all > 0),
    uses_per_member integer CHECK (uses_per_member > 0),
    used bigint NOT NULL DEFAULT 0,
    stores bigint[] NOT NULL DEFAULT '{}',
    first_day date,
    last_day date,
    first_purchase boolean NOT NULL DEFAULT false,
    segment_id bigint,
    give_back boolean NOT NULL DEFAULT true,
    stopped_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, set_id)
);
CREATE INDEX promo_set_making ON promo_set (created_at) WHERE made < wanted;

-- code_hash: 64 bits of a keyed hash. number: of which number it was made; null: it came from a list and is sealed.
CREATE TABLE promo_code (
    merchant_id bigint NOT NULL,
    code_hash bigint NOT NULL,
    set_id bigint NOT NULL,
    number bigint,
    sealed bytea,
    used integer NOT NULL DEFAULT 0,
    PRIMARY KEY (merchant_id, code_hash)
);
CREATE INDEX promo_code_set ON promo_code (merchant_id, set_id, number);

-- What a receipt used. discount and granted are what the set's rules gave, …_back what returns took of it.
CREATE TABLE promo_use (
    merchant_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    set_id bigint NOT NULL,
    code_hash bigint NOT NULL,
    member_id bigint,
    at timestamptz NOT NULL,
    discount bigint NOT NULL,
    granted bigint NOT NULL,
    discount_back bigint NOT NULL DEFAULT 0,
    granted_back bigint NOT NULL DEFAULT 0,
    given_back_at timestamptz,
    PRIMARY KEY (merchant_id, receipt_id, set_id)
);
CREATE INDEX promo_use_set ON promo_use (merchant_id, set_id, member_id);

-- A code that may be used so many times and stands in a sale that is not committed yet.
CREATE TABLE promo_hold (
    merchant_id bigint NOT NULL,
    code_hash bigint NOT NULL,
    register_id bigint NOT NULL,
    until timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, code_hash, register_id)
);
CREATE INDEX promo_hold_register ON promo_hold (merchant_id, register_id);

-- Codes that there are not, by register and by address. last_hash: the same one again is no other guess.
CREATE TABLE promo_guess (
    merchant_id bigint NOT NULL,
    who text NOT NULL,
    since timestamptz NOT NULL,
    wrong integer NOT NULL,
    last_hash bigint NOT NULL,
    PRIMARY KEY (merchant_id, who)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['promo_key', 'promo_set', 'promo_code', 'promo_use', 'promo_hold', 'promo_guess'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON promo_set, promo_code, promo_hold, promo_guess TO kartela_app;
CREATE POLICY worker ON promo_set FOR SELECT TO kartela_worker USING (true);
GRANT SELECT (merchant_id, set_id, made, wanted, created_at) ON promo_set TO kartela_worker;
