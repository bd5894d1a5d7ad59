-- What members say of their purchases, and how they are asked.
CREATE TABLE review_settings (
    merchant_id bigint PRIMARY KEY,
    active boolean NOT NULL,
    -- When it was switched on last: of what was bought before nobody is asked.
    since timestamptz NOT NULL,
    -- Up to when it was looked who is to be asked; by the service's clock.
    looked_at timestamptz NOT NULL,
    -- When, whom and in which words, for which gift; who is told what.
    plan jsonb NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
);

-- Words to a member: the request, one for each receipt, also when nobody was asked after all; and the shop's answers.
CREATE TABLE review_message (
    merchant_id bigint NOT NULL,
    message_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ASK', 'ANSWER')),
    receipt_id bigint NOT NULL,
    member_id bigint NOT NULL,
    at timestamptz NOT NULL,
    -- Whether it is advertising: it promises a gift.
    offer boolean NOT NULL,
    ways text NOT NULL,
    subject text NOT NULL,
    -- A request's words hold the link's secret: they go when they have left.
    words text NOT NULL,
    token_hash bytea,
    -- What was promised, minor units, and how many days it lives.
    reward bigint NOT NULL DEFAULT 0,
    reward_days smallint NOT NULL DEFAULT 0,
    -- Null: on its way.
    outcome text CHECK (outcome IN ('DELIVERED', 'FAILED', 'SKIPPED')),
    reason text,
    PRIMARY KEY (merchant_id, message_id)
);
CREATE UNIQUE INDEX review_asked ON review_message (merchant_id, receipt_id) WHERE kind = 'ASK';
CREATE UNIQUE INDEX review_token ON review_message (merchant_id, token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX review_message_member ON review_message (merchant_id, member_id, at);
CREATE INDEX review_message_at ON review_message (merchant_id, at);
CREATE INDEX review_answers ON review_message (merchant_id, receipt_id) WHERE kind = 'ANSWER';

CREATE TABLE review (
    merchant_id bigint NOT NULL,
    review_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    member_id bigint NOT NULL,
    -- As the receipt has them.
    store_id bigint NOT NULL,
    cashier_id bigint,
    score smallint NOT NULL CHECK (score BETWEEN 0 AND 10),
    comment text NOT NULL DEFAULT '',
    at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'NEW' CHECK (status IN ('NEW', 'IN_WORK', 'DONE')),
    assignee bigint,
    answer_by timestamptz NOT NULL,
    -- As the shop counted bad when it was given.
    bad boolean NOT NULL,
    -- When the owner's letter was taken up; of a bad one.
    told_at timestamptz,
    reward bigint NOT NULL DEFAULT 0,
    reward_lot bigint,
    -- Its words were taken away; the score stays in the figures.
    removed_at timestamptz,
    PRIMARY KEY (merchant_id, review_id),
    -- One receipt is judged once, whoever taps how often.
    UNIQUE (merchant_id, receipt_id)
);
CREATE INDEX review_at ON review (merchant_id, at) INCLUDE (score, store_id, cashier_id, status);
CREATE INDEX review_member ON review (merchant_id, member_id);
CREATE INDEX review_open ON review (merchant_id, answer_by) WHERE status <> 'DONE';
CREATE INDEX review_untold ON review (merchant_id) WHERE bad AND told_at IS NULL;

-- What was done with a review, and by whom.
CREATE TABLE review_event (
    merchant_id bigint NOT NULL,
    event_id bigint NOT NULL,
    review_id bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL CHECK (kind IN ('RATED', 'ADDED', 'NEW', 'IN_WORK', 'DONE', 'ANSWERED', 'TOLD', 'REMOVED')),
    -- Empty: the member, or the service.
    by_name text NOT NULL,
    detail text NOT NULL,
    -- Of an answer: its words and what became of them.
    message_id bigint,
    PRIMARY KEY (merchant_id, event_id)
);
CREATE INDEX review_event_review ON review_event (merchant_id, review_id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['review_settings', 'review_message', 'review', 'review_event'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON review_message TO kartela_app;

ALTER TABLE dispatch DROP CONSTRAINT dispatch_source_check;
ALTER TABLE dispatch ADD CONSTRAINT dispatch_source_check CHECK (source IN ('CAMPAIGN', 'AUTOMATION', 'REVIEW'));
ALTER TABLE saved_view DROP CONSTRAINT saved_view_list_check;
ALTER TABLE saved_view ADD CONSTRAINT saved_view_list_check CHECK (list IN ('MEMBERS', 'GOODS', 'AUDIT', 'REVIEWS'));
