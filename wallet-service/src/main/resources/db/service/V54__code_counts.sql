-- How many one-time codes went out, and how many were typed wrong, in the current day of each phone, country and shop:
-- a day begins with the first count and ends after twenty-four hours, so one row per subject is enough. Phones stand
-- as hashes. Rows older than two days are forgotten by whoever counts next.
CREATE TABLE code_count (
    merchant_id bigint NOT NULL,
    subject text NOT NULL,
    since timestamptz NOT NULL,
    sent integer NOT NULL DEFAULT 0,
    last_at timestamptz,
    before_at timestamptz,
    wrong integer NOT NULL DEFAULT 0,
    blocked_until timestamptz,
    PRIMARY KEY (merchant_id, subject)
) WITH (fillfactor = 80);
CREATE INDEX code_count_since ON code_count (merchant_id, since);

ALTER TABLE code_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_count FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON code_count TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON code_count TO kartela_app;
