-- By what a shop writes to its members beside the card: at most one vendor of each kind, in the order in which they are tried.
CREATE TABLE channel (
    merchant_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK')),
    vendor text NOT NULL,
    -- What is no secret: sender, login, host.
    settings jsonb NOT NULL,
    sealed text NOT NULL,
    active boolean NOT NULL,
    -- Whether offers may go this way; what is for people's own business always may.
    marketing boolean NOT NULL,
    rank smallint NOT NULL,
    -- Minor units for each part.
    price bigint NOT NULL CHECK (price >= 0),
    per_minute integer NOT NULL CHECK (per_minute > 0),
    -- Counts changes: a carrier made of another revision is let go.
    revision integer NOT NULL DEFAULT 1,
    -- The vendor refused us; nothing leaves until somebody acts.
    stopped_why text,
    stopped_detail text,
    stopped_at timestamptz,
    PRIMARY KEY (merchant_id, kind)
);

-- When offers may come, and how many. No row: at any time, any number.
CREATE TABLE message_rules (
    merchant_id bigint PRIMARY KEY,
    -- Minutes of the shop's day; both null: at any time.
    day_from smallint CHECK (day_from BETWEEN 0 AND 1439),
    day_to smallint CHECK (day_to BETWEEN 1 AND 1440),
    -- Offers to one member in so many days; null: any number.
    most integer CHECK (most > 0),
    most_days integer CHECK (most_days BETWEEN 1 AND 90),
    CHECK ((day_from IS NULL) = (day_to IS NULL) AND (most IS NULL) = (most_days IS NULL) AND day_from < day_to)
);

-- Where a member is reached by messengers, and what is known of phones and letter boxes that do not take our words. A phone or an e-mail
-- address without a row is alive.
CREATE TABLE member_address (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK')),
    address text NOT NULL,
    state text NOT NULL CHECK (state IN ('ALIVE', 'MUTED', 'REFUSED', 'QUARANTINED', 'DEAD')),
    -- MUTED and QUARANTINED end here.
    until timestamptz,
    -- The vendor's own word, or how we came by the address.
    why text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id, kind)
);
CREATE INDEX member_address_whose ON member_address (merchant_id, kind, address);

-- Words on their way beside the card, one row for each until it is over: standing at a rung of the ladder.
CREATE TABLE dispatch (
    merchant_id bigint NOT NULL,
    -- Whose words, and to which of its recipients.
    source text NOT NULL CHECK (source IN ('CAMPAIGN')),
    source_id bigint NOT NULL,
    seq integer NOT NULL,
    member_id bigint NOT NULL,
    kind text NOT NULL,
    -- Rungs that are behind.
    tried text[] NOT NULL DEFAULT '{}',
    -- NEW: to leave; LEAVING: it may have left; TAKEN: the vendor has it and is to tell of it.
    state text NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'LEAVING', 'TAKEN')),
    -- By the service's clock; infinity: somebody will release it.
    not_before timestamptz NOT NULL,
    -- By the database's: until then somebody has it in hand.
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    deadline timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    -- Counted as an offer to this member already.
    counted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (merchant_id, source, source_id, seq)
);
CREATE INDEX dispatch_due ON dispatch (kind, not_before);

-- Words that left beside the card, and what they cost.
CREATE TABLE sent (
    merchant_id bigint NOT NULL,
    sent_id bigint NOT NULL,
    kind text NOT NULL,
    vendor text NOT NULL,
    -- Null: the vendor gave none, or never answered.
    vendor_id text,
    source text NOT NULL,
    source_id bigint NOT NULL,
    seq integer NOT NULL,
    member_id bigint NOT NULL,
    -- Whole while the vendor may be asked about it, then only its end.
    address text NOT NULL,
    parts integer NOT NULL,
    cost bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('LEAVING', 'TAKEN', 'DELIVERED', 'SEEN', 'EXPIRED', 'FAILED', 'REFUSED', 'UNKNOWN')),
    why text NOT NULL DEFAULT '',
    at timestamptz NOT NULL,
    -- When the vendor is asked next; null: not any more.
    ask_at timestamptz,
    PRIMARY KEY (merchant_id, sent_id)
);
CREATE INDEX sent_source ON sent (merchant_id, source, source_id, seq);
CREATE INDEX sent_member ON sent (merchant_id, member_id, at);
CREATE INDEX sent_vendor_id ON sent (merchant_id, kind, vendor_id);
CREATE INDEX sent_ask ON sent (ask_at) WHERE ask_at IS NOT NULL;

-- Offers by whatever way, for the cap.
CREATE TABLE offer_made (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX offer_made_member ON offer_made (merchant_id, member_id, at);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['channel', 'message_rules', 'member_address', 'dispatch', 'sent', 'offer_made'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
CREATE POLICY worker ON dispatch TO kartela_worker USING (true);
GRANT SELECT, UPDATE ON dispatch TO kartela_worker;
-- Whose vendors are to be asked; of whom and what it does not see.
CREATE POLICY worker ON sent TO kartela_worker USING (true);
GRANT SELECT (merchant_id, kind, ask_at) ON sent TO kartela_worker;

-- By which kinds a campaign may leave where no card is held; empty: by the card alone. Null budget: none.
ALTER TABLE campaign ADD COLUMN ways text NOT NULL DEFAULT '', ADD COLUMN subject text NOT NULL DEFAULT '',
    ADD COLUMN budget bigint, ADD COLUMN cost bigint NOT NULL DEFAULT 0, ADD COLUMN paused_why text;
-- What the vendor told when a person withdrew there.
ALTER TABLE consent DROP CONSTRAINT consent_source_check;
ALTER TABLE consent ADD CONSTRAINT consent_source_check
    CHECK (source IN ('SIGN_UP_PAGE', 'TILL', 'CABINET', 'MIGRATED', 'VENDOR', 'LINK'));
ALTER TABLE consent ADD COLUMN evidence text;
