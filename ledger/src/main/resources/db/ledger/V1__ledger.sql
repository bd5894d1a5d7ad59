-- The bonus ledger. Amounts are bigint minor units, instants timestamptz, "never" is 'infinity'.
-- merchant_id leads every key, so that the schema can be distributed by merchant; no key, reference or join
-- crosses merchants. There are no foreign keys: one module writes these tables, always together and under the
-- account's row lock, and the self-check re-adds everything.

-- Group roles, shared by all databases of a cluster: two migrations may create them at the same moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kartela_app') then
    create role kartela_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'kartela_worker') then
    create role kartela_worker nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

create type ledger.lot_kind as enum ('ACCRUAL', 'GIFT', 'MANUAL', 'RETURN', 'TRANSFER');
create type ledger.lot_status as enum ('PENDING', 'ACTIVE', 'CLOSED');
create type ledger.hold_status as enum ('OPEN', 'COMMITTED', 'RELEASED', 'EXPIRED');
create type ledger.entry_op as enum ('ACCRUE', 'GIFT', 'CREDIT', 'DEBIT', 'REDEEM', 'REFUND', 'REVERSE', 'ACTIVATE',
  'EXPIRE', 'REPAY', 'TRANSFER_IN', 'TRANSFER_OUT');

-- PostgreSQL parses every check of a table again in every statement that writes it, so the checks are few: the
-- ones that no bug may get past. The rest is the self-check's.

create table ledger.account (
  merchant_id bigint not null,
  account_id  bigint not null,
  balance     bigint not null default 0,
  pending     bigint not null default 0,
  held        bigint not null default 0,
  debt        bigint not null default 0,
  version     bigint not null default 0,
  last_seq    bigint not null default 0,
  last_lot    bigint not null default 0,
  last_hold   bigint not null default 0,
  next_due    timestamptz not null default 'infinity',
  primary key (merchant_id, account_id),
  -- Nothing is owed twice, what is held is there, and a debt is repaid before anything is available.
  constraint account_bounds check (pending >= 0 and held >= 0 and debt >= 0 and held <= balance + debt
    and (debt = 0 or balance + debt = held))
) with (fillfactor = 70);
create index account_due on ledger.account (merchant_id, next_due) where next_due < 'infinity';

create table ledger.lot (
  merchant_id bigint not null,
  account_id  bigint not null,
  lot_id      bigint not null,
  kind        ledger.lot_kind not null,
  status      ledger.lot_status not null,
  amount      bigint not null,
  remaining   bigint not null,
  held        bigint not null default 0,
  expired     bigint not null default 0,
  reversed    bigint not null default 0,
  earned_at   timestamptz not null,
  active_from timestamptz not null,
  expires_at  timestamptz not null,
  primary key (merchant_id, account_id, lot_id),
  constraint lot_bounds check (0 <= held and held <= remaining and remaining <= amount
    and (status = 'CLOSED') = (remaining = 0))
) with (fillfactor = 80);
-- The predicates name the status and not the remainder: burning a part of a lot stays a HOT update.
create index lot_burn on ledger.lot (merchant_id, account_id, expires_at, earned_at, lot_id) where status = 'ACTIVE';
create index lot_pending on ledger.lot (merchant_id, account_id, active_from) where status = 'PENDING';

create table ledger.entry (
  merchant_id   bigint not null,
  account_id    bigint not null,
  seq           bigint not null,
  op            ledger.entry_op not null,
  delta         bigint not null,
  pending_delta bigint not null,
  debt_delta    bigint not null,
  balance_after bigint not null,
  cause_seq     bigint,
  ref           text,
  reason        text,
  author        text,
  event_at      timestamptz not null,
  recorded_at   timestamptz not null default now(),
  primary key (merchant_id, account_id, seq),
  constraint entry_by_hand check (op not in ('CREDIT', 'DEBIT') or (reason is not null and author is not null))
);
create index entry_cause on ledger.entry (merchant_id, account_id, cause_seq) where cause_seq is not null;

create table ledger.lot_move (
  merchant_id bigint not null,
  account_id  bigint not null,
  seq         bigint not null,
  lot_id      bigint not null,
  delta       bigint not null,
  primary key (merchant_id, account_id, seq, lot_id),
  constraint lot_move_moves check (delta <> 0)
);

create table ledger.hold (
  merchant_id bigint not null,
  account_id  bigint not null,
  hold_id     bigint not null,
  status      ledger.hold_status not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  lot_ids     bigint[] not null,
  amounts     bigint[] not null,
  primary key (merchant_id, account_id, hold_id),
  constraint hold_lasts check (created_at < expires_at),
  constraint hold_pairs check (cardinality(lot_ids) = cardinality(amounts) and cardinality(lot_ids) > 0)
) with (fillfactor = 80);
create index hold_open on ledger.hold (merchant_id, account_id, expires_at) where status = 'OPEN';

create table ledger.operation (
  merchant_id   bigint not null,
  operation_key text not null,
  body_hash     text not null,
  response      text not null,
  recorded_at   timestamptz not null default now(),
  primary key (merchant_id, operation_key)
);
-- For forgetting the old ones: a few bytes per hundred pages, next to nothing on insert.
create index operation_age on ledger.operation using brin (merchant_id, recorded_at);

-- Microseconds since 1970 as the service sends them in arrays; the largest bigint means never.
create function ledger.instant(micros bigint) returns timestamptz language sql stable parallel safe as $$
  select case when micros = 9223372036854775807 then 'infinity'::timestamptz
    else 'epoch'::timestamptz + micros * interval '1 microsecond' end
$$;

-- Guards a write whose COMMIT travels in the same round trip: too few rows must fail before it.
create function ledger.expect_rows(actual bigint, expected bigint) returns void language plpgsql as $$
begin
  if actual is distinct from expected then
    raise exception 'ledger: % account rows instead of %', actual, expected using errcode = 'KL001';
  end if;
end $$;

-- History is append-only for everybody, the owner included.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: % is append-only', tg_table_name using errcode = 'KL002';
end $$;
create trigger entry_append_only before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();
create trigger lot_move_append_only before update or delete or truncate on ledger.lot_move
  for each statement execute function ledger.refuse_change();

-- The second wall between merchants.
do $$
declare t text;
begin
  foreach t in array array['account', 'lot', 'entry', 'lot_move', 'hold', 'operation'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('alter table ledger.%I force row level security', t);
    execute format('create policy own_merchant on ledger.%I to kartela_app using '
      || '(merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
    execute format('create policy every_merchant on ledger.%I to kartela_worker using (true)', t);
  end loop;
end $$;

grant usage on schema ledger to kartela_app, kartela_worker;
grant select, insert on all tables in schema ledger to kartela_app, kartela_worker;
grant update (balance, pending, held, debt, version, last_seq, last_lot, last_hold, next_due)
  on ledger.account to kartela_app, kartela_worker;
grant update (status, remaining, held, expired, reversed) on ledger.lot to kartela_app, kartela_worker;
grant update (status) on ledger.hold to kartela_app, kartela_worker;
-- Old idempotency records and closed holds are housekeeping.
grant delete on ledger.operation, ledger.hold to kartela_worker;
