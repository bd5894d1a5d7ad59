-- A change that could not be told to a phone or to Google is kept here until it can. One letter stands for a card (or a device of
-- it) and holds no content: what is true is read when it is told after all.
CREATE TABLE dead_letter (
    merchant_id bigint NOT NULL,
    letter_id bigint GENERATED ALWAYS AS IDENTITY,
    channel text NOT NULL CHECK (channel IN ('APPLE', 'GOOGLE')),
    member_id bigint NOT NULL,
    -- One card or some devices of it; empty: the member's living card.
    target text NOT NULL,
    payload jsonb,
    reason text NOT NULL CHECK (reason IN ('UNREACHABLE', 'ACCOUNT', 'CERTIFICATE', 'REFUSED', 'FAULT')),
    -- The vendor's word, or the kind of fault.
    detail text NOT NULL,
    created_at timestamptz NOT NULL,
    died_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it is tried again; infinity: when the vendor is known to be well.
    next_try timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, letter_id),
    UNIQUE (merchant_id, channel, member_id, target)
);
CREATE INDEX dead_letter_due ON dead_letter (next_try, merchant_id, letter_id);
CREATE INDEX dead_letter_waiting ON dead_letter (merchant_id, channel, tried_at) WHERE next_try = 'infinity';

ALTER TABLE dead_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE dead_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dead_letter TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
CREATE POLICY worker ON dead_letter TO kartela_worker USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter TO kartela_app;
GRANT SELECT, UPDATE ON dead_letter TO kartela_worker;

-- How often a row was claimed: a small number overflowed, and stopped its lane for everybody.
ALTER TABLE outbox ALTER COLUMN attempts TYPE integer;
