-- What rules and tiers need to know of a member's past, kept so that a purchase reads a bounded number of rows however
-- long the past is: sums by day, what rules gave, stamps, gifts given once, and the state of the monthly recomputation.
ALTER TABLE member_standing
    ADD COLUMN tier_floor text,
    ADD COLUMN grace_until date,
    ADD COLUMN recomputed_on date,
    -- The state before the last recomputation: a late receipt of an earlier month repeats it from here.
    ADD COLUMN before_tier text,
    ADD COLUMN before_grace date,
    ADD COLUMN before_run date;

ALTER TABLE receipt ADD COLUMN counted_back bigint NOT NULL DEFAULT 0;
GRANT UPDATE (counted_back) ON receipt TO kartela_app;

-- Days in the merchant's zone.
CREATE TABLE member_day (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    day date NOT NULL,
    amount bigint NOT NULL,
    receipts bigint NOT NULL,
    largest bigint NOT NULL,
    PRIMARY KEY (merchant_id, member_id, day)
) WITH (fillfactor = 80);

CREATE TABLE rule_use (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    rule_id text NOT NULL,
    given bigint NOT NULL,
    uses bigint NOT NULL,
    PRIMARY KEY (merchant_id, member_id, rule_id)
) WITH (fillfactor = 80);

-- One row for each rule whose budget is shared by all members. Purchases under such a program wait for each other here:
-- a shared budget that is never exceeded has no other way.
CREATE TABLE rule_total (
    merchant_id bigint NOT NULL,
    rule_id text NOT NULL,
    given bigint NOT NULL,
    PRIMARY KEY (merchant_id, rule_id)
) WITH (fillfactor = 50);

CREATE TABLE member_counter (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    counter text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (merchant_id, member_id, counter)
);

CREATE TABLE member_once (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    once_key text NOT NULL,
    receipt_id bigint NOT NULL,
    given_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id, once_key)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['member_day', 'rule_use', 'rule_total', 'member_counter', 'member_once']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT DELETE ON member_once TO kartela_app;

-- db-scheduler's own table: clocks of jobs, no merchant's data.
CREATE TABLE scheduled_tasks (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO kartela_worker;
GRANT INSERT ON outbox TO kartela_worker;
