-- A receipt of which nothing is left: it is no purchase any more, even when it was paid with bonuses alone.
ALTER TABLE receipt
    ADD COLUMN undone boolean NOT NULL DEFAULT false,
    -- Whose account it was booked in; null: the member's own. Differs after two members were merged.
    ADD COLUMN account_id bigint;
UPDATE receipt SET undone = true WHERE returned_sofar IS NOT NULL AND returned >= net AND counted_back >= counted;
GRANT UPDATE (undone, member_id, account_id) ON receipt TO kartela_app;

-- Sums over a broken day are read from the index alone.
DROP INDEX receipt_member;
CREATE INDEX receipt_member ON receipt (merchant_id, member_id, at) INCLUDE (counted, counted_back, undone);
-- A register's receipts by their own time: its list and its day's totals.
DROP INDEX receipt_register;
CREATE INDEX receipt_register ON receipt (merchant_id, register_id, at, receipt_id);

-- Two records of one person become one; the other stays as a sign-post for its phone and its history.
ALTER TABLE member
    DROP CONSTRAINT member_status_check,
    ADD COLUMN merged_into bigint,
    ADD CONSTRAINT member_status_check CHECK (status IN ('ACTIVE', 'BLOCKED', 'MERGED')),
    ADD CONSTRAINT member_merged CHECK ((status = 'MERGED') = (merged_into IS NOT NULL));
GRANT DELETE ON member_standing, member_day, rule_use, member_counter TO kartela_app;
