-- Managers of chosen stores, support and accountants beside owners, marketers and cashiers.
ALTER TABLE staff DROP CONSTRAINT staff_role_check;
ALTER TABLE staff ADD CONSTRAINT staff_role_check
    CHECK (role IN ('OWNER', 'MANAGER', 'MARKETER', 'SUPPORT', 'ACCOUNTANT', 'CASHIER'));

-- Which stores a manager manages.
CREATE TABLE staff_store (
    merchant_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    store_id bigint NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, store_id),
    FOREIGN KEY (merchant_id, staff_id) REFERENCES staff (merchant_id, staff_id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, store_id)
);

-- What the owner allows and demands; without a row what is usual.
CREATE TABLE access_rules (
    merchant_id bigint PRIMARY KEY,
    -- Minor units that one of support credits and debits by hand in 24 hours, taken together.
    support_daily_most bigint NOT NULL CHECK (support_daily_most >= 0)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['staff_store', 'access_rules']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON staff_store TO kartela_app;
GRANT UPDATE (support_daily_most) ON access_rules TO kartela_app;
