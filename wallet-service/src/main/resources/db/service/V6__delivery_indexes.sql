-- A member's cards, voided ones too, for every change that phones are told of: pass_live knows the living only.
CREATE INDEX pass_member ON pass (merchant_id, member_id, serial);

-- Each lane finds its own work at once, however much waits in the other.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (kind, not_before, outbox_id);
