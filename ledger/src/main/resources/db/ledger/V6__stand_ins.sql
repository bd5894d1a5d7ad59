-- Who stood in for a grant that was reversed while it was away: what comes back to its lot makes that good first, so that
-- the order of two returns does not matter. Null for nearly all lots; nothing that is read or written often goes by it.
alter table ledger.lot
  add column owed bigint,
  add column forgiven bigint,
  add column stand_in_lots bigint[],
  add column stand_in_amounts bigint[];
create index lot_owing on ledger.lot (merchant_id, account_id) where owed > 0;
grant update (owed, forgiven, stand_in_lots, stand_in_amounts) on ledger.lot to kartela_app, kartela_worker;
