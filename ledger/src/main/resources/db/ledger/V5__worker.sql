-- The worker goes across merchants, so it may do no more than its two errands need: booking what the clock has made true, and
-- forgetting old records. It makes no accounts, lots, holds or operations, and reads no answer that a till was given.
revoke insert on ledger.account, ledger.lot, ledger.hold, ledger.operation from kartela_worker;
revoke update (heir_id, heir_offset) on ledger.account from kartela_worker;
revoke select on ledger.operation, ledger.entry, ledger.lot_move from kartela_worker;
grant select (ctid, recorded_at) on ledger.operation to kartela_worker;
