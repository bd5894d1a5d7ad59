-- How many guesses a register has made lately, on all nodes together: each miss takes its share of a minute, and this is when
-- the last of those shares will be over. One row per register; what lies in the past says nothing.
CREATE TABLE register_miss (
    merchant_id bigint NOT NULL,
    register_id bigint NOT NULL,
    over_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, register_id)
) WITH (fillfactor = 50);
ALTER TABLE register_miss ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_miss FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON register_miss TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE ON register_miss TO kartela_app;
