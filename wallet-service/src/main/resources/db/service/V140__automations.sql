-- What a shop says by itself when something happens to a member.
CREATE TABLE automation (
    merchant_id bigint NOT NULL,
    automation_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('WELCOME', 'PURCHASE', 'TIER_UP', 'BURN_WARNING', 'BIRTHDAY', 'WIN_BACK')),
    state text NOT NULL CHECK (state IN ('ON', 'OFF', 'DELETED')),
    -- When it was switched on last: of what happened before nothing is said.
    since timestamptz NOT NULL,
    -- Up to when it was looked what happened; by the service's clock.
    looked_at timestamptz NOT NULL,
    -- Null: whoever it happens to.
    segment_id bigint,
    ways text NOT NULL,
    subject text NOT NULL,
    -- After how many days, in which words, with which gift; one, of a chain several.
    steps jsonb NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, automation_id)
);

-- One row for each occasion, written in the transaction that decides and gives the gift; the verdict is written to it once.
CREATE TABLE automation_message (
    merchant_id bigint NOT NULL,
    automation_id bigint NOT NULL,
    -- What happened, to whom; whoever finds it again finds this row.
    occasion text NOT NULL,
    message_id bigint NOT NULL,
    member_id bigint NOT NULL,
    step smallint NOT NULL,
    at timestamptz NOT NULL,
    -- Whether it is advertising.
    offer boolean NOT NULL,
    -- What the words say of the occasion.
    facts jsonb NOT NULL,
    gift bigint NOT NULL DEFAULT 0,
    gift_lot bigint,
    -- Null: on its way.
    outcome text CHECK (outcome IN ('DELIVERED', 'FAILED', 'SKIPPED')),
    reason text,
    PRIMARY KEY (merchant_id, automation_id, occasion),
    UNIQUE (merchant_id, message_id)
);
CREATE INDEX automation_message_step ON automation_message (merchant_id, automation_id, step, at);

-- Changes of tiers as they happen, for a month; written by the trigger that runs only when a tier changes.
CREATE TABLE tier_change (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    at timestamptz NOT NULL,
    was text NOT NULL,
    became text NOT NULL,
    PRIMARY KEY (merchant_id, at, member_id)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['automation', 'automation_message', 'tier_change'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON tier_change TO kartela_app;

CREATE OR REPLACE FUNCTION list_tier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kartela.member_list SET tier = NEW.tier WHERE merchant_id = NEW.merchant_id AND member_id = NEW.member_id;
    INSERT INTO kartela.tier_change (merchant_id, member_id, at, was, became)
    VALUES (NEW.merchant_id, NEW.member_id, NEW.tier_since, OLD.tier, NEW.tier)
    ON CONFLICT (merchant_id, at, member_id) DO UPDATE SET became = excluded.became;
    RETURN NULL;
END $$;

-- What was booked lately is found without a cost to what books it: a few bytes for every hundred pages.
CREATE INDEX receipt_recorded ON receipt USING brin (merchant_id, recorded_at) WITH (pages_per_range = 32, autosummarize = on);

ALTER TABLE dispatch DROP CONSTRAINT dispatch_source_check;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_source_check CHECK (source IN ('CAMPAIGN', 'AUTOMATION'));
