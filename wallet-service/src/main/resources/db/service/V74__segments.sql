-- Conditions over members under a name. The text is the condition's one spelling: equal conditions are equal texts.
CREATE TABLE segment (
    merchant_id bigint NOT NULL,
    segment_id bigint NOT NULL,
    name text NOT NULL,
    condition text NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    created_by text NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, segment_id)
);
ALTER TABLE segment ENABLE ROW LEVEL SECURITY;
ALTER TABLE segment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON segment TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON segment TO kartela_app;

-- Whom a campaign was begun for; null: before that was kept, and tier says it.
ALTER TABLE campaign ADD COLUMN segment_id bigint, ADD COLUMN condition text;
