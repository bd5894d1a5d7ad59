-- What background work could not do for somebody: it goes on for everybody else and tries this again later. Merchant 0 is the
-- installation itself.
CREATE TABLE work_trouble (
    merchant_id bigint NOT NULL,
    work text NOT NULL,
    -- Which of the merchant's things, such as an account; empty: all of it.
    subject text NOT NULL,
    -- The kind of fault.
    detail text NOT NULL,
    tries integer NOT NULL DEFAULT 1,
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    next_try timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, work, subject)
);

ALTER TABLE work_trouble ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_trouble FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON work_trouble TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
CREATE POLICY worker ON work_trouble TO kartela_worker USING (true);
GRANT SELECT ON work_trouble TO kartela_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON work_trouble TO kartela_worker;
