-- Every row of the answer is a discrepancy. `/*of_account*/` narrows all parts to one account.
-- The scope is a setting, not forty placeholders, and every part names it: so each can use its index.

-- account = Σ entries; numbers without gaps
select a.merchant_id, a.account_id, v.name, 0::bigint, v.booked, v.counted
from (select * from ledger.account where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) a
left join (
  select account_id, sum(delta)::bigint as balance, sum(pending_delta)::bigint as pending, sum(debt_delta)::bigint as debt,
    max(seq) as last, count(*) as lines
  from ledger.entry where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/ group by account_id) e
  on e.account_id = a.account_id
cross join lateral (values
  ('BALANCE_OF_ENTRIES', a.balance, coalesce(e.balance, 0)),
  ('PENDING_OF_ENTRIES', a.pending, coalesce(e.pending, 0)),
  ('DEBT_OF_ENTRIES', a.debt, coalesce(e.debt, 0)),
  ('LAST_ENTRY', a.last_seq, coalesce(e.last, 0)),
  ('ENTRY_COUNT', a.last_seq, coalesce(e.lines, 0))) as v(name, booked, counted)
where v.booked <> v.counted

union all -- account = Σ lots
select a.merchant_id, a.account_id, v.name, 0, v.booked, v.counted
from (select * from ledger.account where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) a
left join (
  select account_id, sum(remaining) filter (where status = 'ACTIVE')::bigint as active,
    sum(remaining) filter (where status = 'PENDING')::bigint as pending, sum(held)::bigint as held, max(lot_id) as last
  from ledger.lot where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/ group by account_id) l
  on l.account_id = a.account_id
cross join lateral (values
  ('BALANCE_OF_LOTS', a.balance, coalesce(l.active, 0) - a.debt),
  ('PENDING_OF_LOTS', a.pending, coalesce(l.pending, 0)),
  ('HELD_OF_LOTS', a.held, coalesce(l.held, 0)),
  ('LAST_LOT', a.last_lot, coalesce(l.last, 0))) as v(name, booked, counted)
where v.booked <> v.counted

union all -- lot = Σ its moves
select coalesce(l.merchant_id, m.merchant_id), coalesce(l.account_id, m.account_id), 'LOT_OF_MOVES',
  coalesce(l.lot_id, m.lot_id), coalesce(l.remaining, 0), coalesce(m.delta, 0)
from (select * from ledger.lot where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) l
full join (
  select merchant_id, account_id, lot_id, sum(delta)::bigint as delta from ledger.lot_move
  where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/ group by merchant_id, account_id, lot_id) m
  on m.account_id = l.account_id and m.lot_id = l.lot_id
where coalesce(l.remaining, 0) <> coalesce(m.delta, 0) or l.lot_id is null or m.lot_id is null

union all -- the moves of an entry are what it says; an activation moves nothing
select coalesce(e.merchant_id, m.merchant_id), coalesce(e.account_id, m.account_id), 'ENTRY_OF_MOVES',
  coalesce(e.seq, m.seq), coalesce(e.delta + e.pending_delta + e.debt_delta, 0), coalesce(m.delta, 0)
from (select * from ledger.entry where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) e
full join (
  select merchant_id, account_id, seq, sum(delta)::bigint as delta from ledger.lot_move
  where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/ group by merchant_id, account_id, seq) m
  on m.account_id = e.account_id and m.seq = e.seq
where coalesce(e.delta + e.pending_delta + e.debt_delta, 0) <> coalesce(m.delta, 0) or e.seq is null

union all -- the history proves the balance line by line
select merchant_id, account_id, 'RUNNING_BALANCE', seq, balance_after, was + delta
from (
  select merchant_id, account_id, seq, balance_after, delta,
    lag(balance_after, 1, 0::bigint) over (partition by account_id order by seq) as was
  from ledger.entry where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) r
where balance_after <> was + delta

union all -- lot.held = Σ open holds
select coalesce(l.merchant_id, h.merchant_id), coalesce(l.account_id, h.account_id), 'HELD_OF_HOLDS',
  coalesce(l.lot_id, h.lot_id), coalesce(l.held, 0), coalesce(h.held, 0)
from (
  select * from ledger.lot
  where merchant_id = current_setting('kartela.merchant')::bigint and status = 'ACTIVE' and held > 0 /*of_account*/) l
full join (
  select merchant_id, account_id, p.lot_id, sum(p.amount)::bigint as held
  from ledger.hold, unnest(lot_ids, amounts) as p(lot_id, amount)
  where merchant_id = current_setting('kartela.merchant')::bigint and status = 'OPEN' /*of_account*/
  group by merchant_id, account_id, p.lot_id) h
  on h.account_id = l.account_id and h.lot_id = l.lot_id
where coalesce(l.held, 0) <> coalesce(h.held, 0)

union all -- no more comes back than was paid
select r.merchant_id, r.account_id, 'REFUNDED', r.cause_seq, coalesce(-e.delta, 0), r.refunded
from (
  select merchant_id, account_id, cause_seq, sum(delta)::bigint as refunded from ledger.entry
  where merchant_id = current_setting('kartela.merchant')::bigint and cause_seq is not null /*of_account*/
  group by merchant_id, account_id, cause_seq) r
left join ledger.entry e on e.merchant_id = r.merchant_id and e.account_id = r.account_id and e.seq = r.cause_seq
  and e.op = 'REDEEM'
where r.refunded > coalesce(-e.delta, 0)

union all -- the clock's next event may be announced too early, never too late (microseconds since 1970)
select a.merchant_id, a.account_id, 'NEXT_DUE', 0,
  case when a.next_due = 'infinity' then 9223372036854775807 else (extract(epoch from a.next_due) * 1000000)::bigint end,
  (extract(epoch from d.due) * 1000000)::bigint
from (select * from ledger.account where merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/) a
join (
  select account_id, min(due) as due from (
    select account_id, case status when 'PENDING' then active_from else expires_at end as due from ledger.lot
    where merchant_id = current_setting('kartela.merchant')::bigint and status in ('PENDING', 'ACTIVE') /*of_account*/
    union all
    select account_id, expires_at from ledger.hold
    where merchant_id = current_setting('kartela.merchant')::bigint and status = 'OPEN' /*of_account*/) x
  where due < 'infinity' group by account_id) d on d.account_id = a.account_id
where d.due < a.next_due

union all -- history without an account
select e.merchant_id, e.account_id, 'NO_ACCOUNT', 0, 0, count(*)
from ledger.entry e
where e.merchant_id = current_setting('kartela.merchant')::bigint /*of_account*/
  and not exists (
    select from ledger.account a where a.merchant_id = e.merchant_id and a.account_id = e.account_id)
group by e.merchant_id, e.account_id
