-- A cashier looks for a member by the last digits of a phone or by name. Whom each search showed is kept for a day: it counts how often a
-- till looks, and lets it choose one of them without ever holding a list of members. What was typed is not kept.
CREATE TABLE member_search (
    merchant_id bigint NOT NULL,
    search_id bigint NOT NULL,
    at timestamptz NOT NULL,
    register_id bigint NOT NULL,
    cashier_id bigint,
    -- Of those shown, in their order; NULL: it was refused for being one too many.
    members bigint[],
    PRIMARY KEY (merchant_id, search_id)
);
CREATE INDEX member_search_register ON member_search (merchant_id, register_id, at);
CREATE INDEX member_search_cashier ON member_search (merchant_id, cashier_id, at) WHERE cashier_id IS NOT NULL;
CREATE INDEX member_search_at ON member_search (merchant_id, at);
ALTER TABLE member_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_search FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_search TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON member_search TO kartela_app;

-- Whoever was found so proved nothing, also where a whole phone number is as good as a card.
ALTER TABLE scan DROP CONSTRAINT scan_presence_check,
    ADD CONSTRAINT scan_presence_check CHECK (presence IN ('CARD', 'GIVEN_OUT', 'FOUND', 'SEARCHED')) NOT VALID;

ALTER TABLE till_settings
    ADD COLUMN member_search boolean NOT NULL DEFAULT true,
    ADD COLUMN searches_per_ten_minutes integer NOT NULL DEFAULT 30;
