-- Campaigns that have not begun: drafts, which save themselves, and those whose time is to come.
CREATE TABLE campaign_draft (
    merchant_id bigint NOT NULL,
    draft_id bigint NOT NULL,
    -- As the cabinet sends them; of a planned one both were checked.
    content jsonb NOT NULL,
    plan jsonb NOT NULL,
    -- The segment it is for, so that nobody deletes that.
    segment_id bigint,
    state text NOT NULL CHECK (state IN ('DRAFT', 'PLANNED')),
    -- Of a planned one, when it begins, by the service's clock, and the day in the shop's zone that names this run.
    next_at timestamptz,
    next_on date,
    -- Why it did not begin when it should have, and is a draft again.
    failed_why text,
    revision integer NOT NULL DEFAULT 1,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, draft_id),
    CHECK ((state = 'PLANNED') = (next_at IS NOT NULL) AND (next_at IS NULL) = (next_on IS NULL))
);
CREATE INDEX campaign_draft_due ON campaign_draft (next_at) WHERE state = 'PLANNED';

ALTER TABLE campaign_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE campaign_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_draft TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON campaign_draft TO kartela_app;
CREATE POLICY worker ON campaign_draft TO kartela_worker USING (true);
GRANT SELECT (merchant_id, draft_id, state, next_at) ON campaign_draft TO kartela_worker;

ALTER TABLE campaign
    -- Other words by other ways and in the other language, as JSON.
    ADD COLUMN variants text NOT NULL DEFAULT '[]',
    -- What stands behind every text: who advertises, and the token.
    ADD COLUMN tail text NOT NULL DEFAULT '',
    -- Given to everybody who is written to; burns so many days after the beginning.
    ADD COLUMN gift_amount bigint CHECK (gift_amount > 0),
    ADD COLUMN gift_days integer CHECK (gift_days > 0),
    -- Of which plan it is a run.
    ADD COLUMN draft_id bigint,
    ADD CHECK ((gift_amount IS NULL) = (gift_days IS NULL));
-- To how many of its recipients it was given.
ALTER TABLE campaign_chunk ADD COLUMN gifts integer NOT NULL DEFAULT 0;
