-- A receipt made without a card is given to the member whose card is shown later the same day, once.
CREATE TABLE receipt_late_card (
    merchant_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    at timestamptz NOT NULL,
    register_id bigint NOT NULL,
    cashier_id bigint,
    -- How it had been judged for nobody.
    document json NOT NULL,
    PRIMARY KEY (merchant_id, receipt_id)
);
CREATE INDEX receipt_late_card_register ON receipt_late_card (merchant_id, register_id, at);
CREATE INDEX receipt_late_card_cashier ON receipt_late_card (merchant_id, cashier_id, at) WHERE cashier_id IS NOT NULL;
ALTER TABLE receipt_late_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipt_late_card FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON receipt_late_card TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT ON receipt_late_card TO kartela_app;

ALTER TABLE till_settings
    ADD COLUMN late_cards boolean NOT NULL DEFAULT false,
    ADD COLUMN late_cards_per_day integer NOT NULL DEFAULT 10;

-- How a receipt was judged is changed then and never else, and its money never.
GRANT UPDATE (discount, earned, counted, accrual_lot, grant_lots, document) ON receipt TO kartela_app;
CREATE FUNCTION receipt_judged_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The service's hands are bound; erasing a person's data is the owner's, in forget().
    IF (OLD.member_id IS NOT NULL OR NEW.member_id IS NULL OR OLD.returned_sofar IS NOT NULL)
        AND current_user = 'kartela_app' THEN
        RAISE EXCEPTION 'receipt % has been judged for its member', OLD.receipt_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER receipt_judged_once BEFORE UPDATE OF discount, earned, counted, accrual_lot, grant_lots, document ON receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_judged_once();

-- What was said to one member is read on the member's page.
CREATE INDEX message_member ON message (merchant_id, member_id, at) WHERE member_id IS NOT NULL;
