-- How recently, how often and for how much members buy, as scores from 1 to 5 among the shop's buyers; computed once a day, a row for each
-- change, so that two days can be set against each other.
CREATE TABLE member_rfm (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    since date NOT NULL,
    -- From this day on it is another, or none; null: it stands.
    until date,
    recency smallint NOT NULL CHECK (recency BETWEEN 1 AND 5),
    frequency smallint NOT NULL CHECK (frequency BETWEEN 1 AND 5),
    money smallint NOT NULL CHECK (money BETWEEN 1 AND 5),
    PRIMARY KEY (merchant_id, member_id, since)
);
-- Not unique: a day closes the old rows and opens the new ones in one statement.
CREATE INDEX member_rfm_now ON member_rfm (merchant_id, member_id) INCLUDE (recency, frequency, money) WHERE until IS NULL;
CREATE INDEX member_rfm_past ON member_rfm (merchant_id, until) WHERE until IS NOT NULL;

CREATE TABLE rfm_day (
    merchant_id bigint NOT NULL,
    day date NOT NULL,
    buyers integer NOT NULL,
    PRIMARY KEY (merchant_id, day)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['member_rfm', 'rfm_day'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
