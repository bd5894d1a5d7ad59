-- A letter to each owner on Mondays: how the week went. A row is taken before the letter leaves, so that no two nodes send it and a
-- mail server that is away is asked again, not for ever.
ALTER TABLE staff ADD COLUMN weekly_letter boolean NOT NULL DEFAULT true;
CREATE TABLE weekly_letter (
    merchant_id bigint NOT NULL,
    week date NOT NULL, -- its Monday
    staff_id bigint NOT NULL,
    attempts smallint NOT NULL DEFAULT 1,
    taken_at timestamptz NOT NULL,
    sent_at timestamptz,
    PRIMARY KEY (merchant_id, week, staff_id)
);
ALTER TABLE weekly_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON weekly_letter TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON weekly_letter TO kartela_app;
