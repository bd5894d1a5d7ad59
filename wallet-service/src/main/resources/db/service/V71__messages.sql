-- What was said to one person, and what became of it: one row for each occasion, so that it is said once whichever node says it. A row
-- is written before the text leaves, as one that may have left; the answer betters it. What became of a campaign's texts stands with its
-- recipients. The words are kept nowhere, of the number only its end.
CREATE TABLE message (
    merchant_id bigint NOT NULL,
    occasion text NOT NULL,
    reason text NOT NULL,
    -- Null: no member yet.
    member_id bigint,
    address text NOT NULL,
    deadline timestamptz NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('ACCEPTED', 'REFUSED', 'SKIPPED')),
    -- Empty when there is nothing to add to the verdict.
    why text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, occasion)
);
CREATE INDEX message_at ON message (merchant_id, at);

ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON message TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON message TO kartela_app;
GRANT UPDATE (deadline, verdict, why, at) ON message TO kartela_app;
