-- Every row of the answer is a discrepancy. Parameters: merchant, first account, last account.
-- Each table is read once; what the parts share is materialized, so check a big merchant range by range.
with scope as materialized (select ?::bigint as m, ?::bigint as first, ?::bigint as last),
a as materialized (
  select t.* from ledger.account t, scope s
  where t.merchant_id = s.m and t.account_id between s.first and s.last),
l as materialized (
  select t.account_id, t.lot_id, t.status, t.remaining, t.held, t.expired, t.reversed, t.owed, t.stand_in_lots,
    case when t.stand_in_lots is not null or t.owed > 0 or t.forgiven > 0 then coalesce(t.owed, 0) + coalesce(t.forgiven, 0)
      + (select coalesce(sum(n), 0)::bigint from unnest(t.stand_in_amounts) n) end as stood_in,
    case t.status when 'PENDING' then t.active_from when 'ACTIVE' then t.expires_at end as due
  from ledger.lot t, scope s
  where t.merchant_id = s.m and t.account_id between s.first and s.last),
mv as materialized (
  select t.account_id, t.seq, t.lot_id, t.delta from ledger.lot_move t, scope s
  where t.merchant_id = s.m and t.account_id between s.first and s.last),
e as materialized (
  select t.account_id, t.seq, t.op, t.delta, t.pending_delta, t.debt_delta, t.balance_after, t.cause_seq, t.cause_account,
    lag(t.balance_after, 1, 0::bigint) over (partition by t.account_id order by t.seq) as was
  from ledger.entry t, scope s
  where t.merchant_id = s.m and t.account_id between s.first and s.last),
h as materialized (
  select t.account_id, t.expires_at, p.lot_id, p.amount
  from scope s, ledger.hold t, unnest(t.lot_ids, t.amounts) as p(lot_id, amount)
  where t.merchant_id = s.m and t.account_id between s.first and s.last and t.status = 'OPEN'),
found as (
  -- account = Σ entries, numbered without gaps; account = Σ lots; the clock's next event may be announced too
  -- early, never too late (microseconds since 1970)
  select a.account_id, v.name, 0::bigint as place, v.booked, v.counted
  from a
  left join (
    select account_id, sum(delta)::bigint as balance, sum(pending_delta)::bigint as pending,
      sum(debt_delta)::bigint as debt, max(seq) as last, count(*) as lines
    from e group by account_id) x using (account_id)
  left join (
    select account_id, sum(remaining) filter (where status = 'ACTIVE')::bigint as active,
      sum(remaining) filter (where status = 'PENDING')::bigint as pending, sum(held)::bigint as held,
      sum(owed)::bigint as owed, max(lot_id) as last, min(due) as due
    from l group by account_id) y using (account_id)
  left join (select account_id, min(expires_at) as due from h group by account_id) z using (account_id)
  cross join lateral (values
    ('BALANCE_OF_ENTRIES', a.balance, coalesce(x.balance, 0)),
    ('PENDING_OF_ENTRIES', a.pending, coalesce(x.pending, 0)),
    ('DEBT_OF_ENTRIES', a.debt, coalesce(x.debt, 0)),
    ('LAST_ENTRY', a.last_seq, coalesce(x.last, 0)),
    ('ENTRY_COUNT', a.last_seq, coalesce(x.lines, 0)),
    ('BALANCE_OF_LOTS', a.balance, coalesce(y.active, 0) - a.debt),
    ('PENDING_OF_LOTS', a.pending, coalesce(y.pending, 0)),
    ('HELD_OF_LOTS', a.held, coalesce(y.held, 0)),
    ('OWED_OF_LOTS', least(a.debt, coalesce(y.owed, 0)), coalesce(y.owed, 0)), -- debts from before V6 are no lot's
    ('LAST_LOT', a.last_lot, coalesce(y.last, 0)),
    ('NEXT_DUE',
      case when a.next_due > least(y.due, z.due)
        then case when a.next_due = 'infinity' then 9223372036854775807
          else (extract(epoch from a.next_due) * 1000000)::bigint end
        else 0 end,
      case when a.next_due > least(y.due, z.due)
        then (extract(epoch from least(y.due, z.due)) * 1000000)::bigint
        else 0 end)) as v(name, booked, counted)
  where v.booked <> v.counted
  union all -- lot = Σ its moves; what was used up before a merge is inherited without any
  select coalesce(l.account_id, x.account_id), 'LOT_OF_MOVES', coalesce(l.lot_id, x.lot_id),
    coalesce(l.remaining, 0), coalesce(x.delta, 0)
  from l full join (select account_id, lot_id, sum(delta)::bigint as delta from mv group by account_id, lot_id) x
    on x.account_id = l.account_id and x.lot_id = l.lot_id
  where coalesce(l.remaining, 0) <> coalesce(x.delta, 0) or l.lot_id is null
    or (x.lot_id is null and not exists (select from scope s, ledger.account b
      where b.merchant_id = s.m and b.heir_id = l.account_id
        and l.lot_id > b.heir_offset and l.lot_id <= b.heir_offset + b.last_lot))
  union all -- no more burned unused than was booked to burn, less what was taken back of it; an inherited lot burned
  -- where it was before
  select l.account_id, 'EXPIRED_OF_MOVES', l.lot_id, l.expired, coalesce(x.burned, 0)
  from l left join (
    select mv.account_id, mv.lot_id, -sum(mv.delta)::bigint as burned
    from mv join e on e.account_id = mv.account_id and e.seq = mv.seq
    where e.op = 'EXPIRE' group by mv.account_id, mv.lot_id) x
    on x.account_id = l.account_id and x.lot_id = l.lot_id
  where l.expired > coalesce(x.burned, 0) and not exists (select from scope s, ledger.account b
    where b.merchant_id = s.m and b.heir_id = l.account_id
      and l.lot_id > b.heir_offset and l.lot_id <= b.heir_offset + b.last_lot)
  union all -- others stood in for no more than was reversed, and each of them is a lot of the account
  select account_id, 'STAND_INS', lot_id, reversed, stood_in from l
  where stood_in > reversed or (stand_in_lots is not null and exists (select from unnest(l.stand_in_lots) i(id)
    where i.id = l.lot_id or not exists (select from scope s, ledger.lot x
      where x.merchant_id = s.m and x.account_id = l.account_id and x.lot_id = i.id)))
  union all -- a merge leaves nothing behind and changes no lot
  select a.account_id, 'MERGED', 0, a.balance + a.debt + a.pending, 0 from a
  where a.heir_id is not null and (a.balance <> 0 or a.debt <> 0 or a.pending <> 0)
  union all
  select a.account_id, 'INHERITED_LOT', t.lot_id, coalesce(i.amount, 0), t.amount
  from a join ledger.lot t on t.merchant_id = a.merchant_id and t.account_id = a.account_id
  left join ledger.lot i on i.merchant_id = a.merchant_id and i.account_id = a.heir_id
    and i.lot_id = t.lot_id + a.heir_offset
  where a.heir_id is not null and (i.kind, i.amount, i.earned_at, i.active_from, i.expires_at)
    is distinct from (t.kind, t.amount, t.earned_at, t.active_from, t.expires_at)
  union all -- the moves of an entry are what it says; an activation moves nothing
  select coalesce(e.account_id, x.account_id), 'ENTRY_OF_MOVES', coalesce(e.seq, x.seq),
    coalesce(e.delta + e.pending_delta + e.debt_delta, 0), coalesce(x.delta, 0)
  from e full join (select account_id, seq, sum(delta)::bigint as delta from mv group by account_id, seq) x
    on x.account_id = e.account_id and x.seq = e.seq
  where coalesce(e.delta + e.pending_delta + e.debt_delta, 0) <> coalesce(x.delta, 0) or e.seq is null
  union all -- the history proves the balance line by line
  select account_id, 'RUNNING_BALANCE', seq, balance_after, was + delta from e where balance_after <> was + delta
  union all -- lot.held = Σ open holds
  select coalesce(l.account_id, x.account_id), 'HELD_OF_HOLDS', coalesce(l.lot_id, x.lot_id),
    coalesce(l.held, 0), coalesce(x.held, 0)
  from (select * from l where held > 0) l
  full join (select account_id, lot_id, sum(amount)::bigint as held from h group by account_id, lot_id) x
    on x.account_id = l.account_id and x.lot_id = l.lot_id
  where coalesce(l.held, 0) <> coalesce(x.held, 0)
  union all -- no more comes back than was paid, here and in the accounts that inherited it
  select r.account_id, 'REFUNDED', r.cause_seq, coalesce(-p.delta, 0), r.refunded
  from (select account_id, coalesce(cause_account, account_id) as paid_in, cause_seq, sum(delta)::bigint as here
    from e where cause_seq is not null group by 1, 2, 3) g
  cross join lateral (select g.account_id, g.cause_seq, g.here
    + (select coalesce(sum(x.delta), 0)::bigint from scope s, ledger.entry x where x.merchant_id = s.m
      and x.cause_account = g.paid_in and x.cause_seq = g.cause_seq and x.account_id <> g.account_id)
    + (select coalesce(sum(x.delta), 0)::bigint from scope s, ledger.entry x where x.merchant_id = s.m
      and x.account_id = g.paid_in and g.paid_in <> g.account_id and x.cause_seq = g.cause_seq
      and x.cause_account is null) as refunded) r
  left join lateral (select x.delta from scope s, ledger.entry x where x.merchant_id = s.m
    and x.account_id = g.paid_in and x.seq = g.cause_seq and x.op = 'REDEEM') p on true
  where r.refunded > coalesce(-p.delta, 0)
  union all -- history without an account
  select e.account_id, 'NO_ACCOUNT', 0, 0, count(*) from e
  where not exists (select from a where a.account_id = e.account_id) group by e.account_id)
select s.m, found.account_id, name, place, booked, counted from found, scope s order by 2, 3, 4
