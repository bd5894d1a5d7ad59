-- A merge changes no lot: the account that stays inherits every lot of the one that goes under its own number –
-- the old number plus heir_offset – so that a return finds the lot it came from and the lots it burned, with their
-- ends. What is null was never merged, or before this migration.
alter table ledger.account add column heir_id bigint, add column heir_offset bigint;
alter table ledger.account add constraint account_heir check ((heir_id is null) = (heir_offset is null)
  and heir_id <> account_id and heir_offset >= 0);
grant update (heir_id, heir_offset) on ledger.account to kartela_app, kartela_worker;
create index account_heirs on ledger.account (merchant_id, heir_id) where heir_id is not null;

-- A refund in the heir's account gives back a payment that was booked in the account before.
alter table ledger.entry add column cause_account bigint;
create index entry_cause_elsewhere on ledger.entry (merchant_id, cause_account, cause_seq)
  where cause_account is not null;
