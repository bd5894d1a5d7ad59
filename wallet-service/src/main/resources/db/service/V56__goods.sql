-- What a shop sells, by the code that its registers send: name and categories since when. Lines that come without
-- categories get them from here, as they were at the receipt's own time. Learned from receipts that bring both;
-- what people set themselves is not learned over.
CREATE TABLE goods (
    merchant_id bigint NOT NULL,
    code text NOT NULL,
    since timestamptz NOT NULL,
    name text NOT NULL DEFAULT '',
    categories text[] NOT NULL,
    learned boolean NOT NULL,
    PRIMARY KEY (merchant_id, code, since)
);
CREATE INDEX goods_name ON goods (merchant_id, lower(name)) WHERE name <> '';

ALTER TABLE goods ENABLE ROW LEVEL SECURITY;
ALTER TABLE goods FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON goods TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON goods TO kartela_app;
