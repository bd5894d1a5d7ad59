-- The quick buttons of tills: of the whole shop (register 0), or of one register, which then shows its own instead.
CREATE TABLE till_buttons (
    merchant_id bigint NOT NULL,
    register_id bigint NOT NULL,
    buttons jsonb NOT NULL,
    PRIMARY KEY (merchant_id, register_id)
);
ALTER TABLE till_buttons ENABLE ROW LEVEL SECURITY;
ALTER TABLE till_buttons FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON till_buttons TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON till_buttons TO kartela_app;
