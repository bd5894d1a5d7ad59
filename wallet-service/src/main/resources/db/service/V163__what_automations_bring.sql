-- What an automation brings, and how much it may spend in a month.
ALTER TABLE automation
    ADD COLUMN hold_out_percent smallint NOT NULL DEFAULT 0 CHECK (hold_out_percent BETWEEN 0 AND 50),
    -- Another share is another experiment: what was decided before is not counted.
    ADD COLUMN hold_out_since timestamptz NOT NULL DEFAULT '-infinity',
    -- Gifts and messages of a calendar month together, minor units; null: any amount.
    ADD COLUMN budget bigint CHECK (budget > 0);
ALTER TABLE automation_message
    -- T: to be written to; H: held out; null: nothing is compared.
    ADD COLUMN arm text CHECK (arm IN ('T', 'H')),
    -- What leaving beside the card cost, minor units.
    ADD COLUMN cost bigint NOT NULL DEFAULT 0;

CREATE TABLE automation_month (
    merchant_id bigint NOT NULL,
    automation_id bigint NOT NULL,
    -- Its first day, in the shop's zone.
    month date NOT NULL,
    spent bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (merchant_id, automation_id, month)
);
ALTER TABLE automation_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE automation_month FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON automation_month TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE ON automation_month TO kartela_app;

-- Since when this share of all members is out: before it there is nothing to compare.
ALTER TABLE merchant ADD COLUMN global_hold_out_since timestamptz NOT NULL DEFAULT '-infinity';
