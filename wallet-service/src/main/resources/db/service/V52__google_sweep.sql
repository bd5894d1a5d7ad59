-- How far the slow comparison of Google's objects with what they should say has come, by merchant.
CREATE TABLE google_sweep (
    merchant_id bigint NOT NULL,
    after_serial text NOT NULL DEFAULT '',
    swept_at timestamptz NOT NULL,
    -- When every object had been looked at once more.
    finished_at timestamptz,
    PRIMARY KEY (merchant_id)
);

ALTER TABLE google_sweep ENABLE ROW LEVEL SECURITY;
ALTER TABLE google_sweep FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON google_sweep TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
CREATE POLICY worker ON google_sweep TO kartela_worker USING (true);
GRANT SELECT, INSERT, UPDATE ON google_sweep TO kartela_app;
GRANT SELECT ON google_sweep TO kartela_worker;
