-- A text for everybody of a Google class is told the class once instead of each of its objects.
CREATE TABLE google_class_text (
    merchant_id bigint NOT NULL,
    text_id text NOT NULL,
    class_id text NOT NULL,
    -- false: not for everybody, or Google refused; each object is told by itself.
    whole boolean NOT NULL,
    claimed_until timestamptz NOT NULL,
    told_at timestamptz,
    PRIMARY KEY (merchant_id, text_id, class_id)
);

ALTER TABLE google_class_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE google_class_text FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON google_class_text TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT ON google_class_text TO kartela_app;
GRANT UPDATE (whole, claimed_until, told_at) ON google_class_text TO kartela_app;
