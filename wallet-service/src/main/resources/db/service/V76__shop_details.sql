-- What a shop says of itself to its customers.
ALTER TABLE merchant
    ADD COLUMN name_en text NOT NULL DEFAULT '', -- empty: the same as name
    ADD COLUMN phone text NOT NULL DEFAULT '',
    ADD COLUMN email text NOT NULL DEFAULT '',
    ADD COLUMN site text NOT NULL DEFAULT '',
    ADD COLUMN address text NOT NULL DEFAULT '';

-- What customers agree to when they sign up: a link or a text. A version is never changed, another follows it, so that it can be
-- told what somebody agreed to.
CREATE TABLE shop_text (
    merchant_id bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('TERMS', 'PRIVACY')),
    version integer NOT NULL,
    url text NOT NULL,
    body_ru text NOT NULL,
    body_en text NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    PRIMARY KEY (merchant_id, kind, version)
);
ALTER TABLE shop_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop_text FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shop_text TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT ON shop_text TO kartela_app;
