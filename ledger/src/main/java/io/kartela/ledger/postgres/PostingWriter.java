package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import io.kartela.ledger.LotMove;
import io.kartela.ledger.Portion;
import io.kartela.ledger.Posting;
import io.kartela.ledger.StandIns;
import io.kartela.ledger.Times;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns postings into one statement per table, whatever the number of rows: rows travel as arrays,
 * so the text stays the same and prepared.
 *
 * <p>The arrays are taken apart side by side in a select list, never by one {@code unnest} of many
 * in FROM: that one keeps a store of 16 kB for each array and each call, and a server that gets and
 * returns so much memory for every receipt spends more on it than on writing ({@code ./bench
 * purchase}: 3.7 ms of PostgreSQL's processor for a receipt instead of 1.6).
 */
final class PostingWriter {
  private static final String ENTRIES =
      """
      insert into ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta, debt_delta, balance_after,
        cause_seq, cause_account, ref, reason, author, event_at)
      select m, a, s, op::ledger.entry_op, d, pd, dd, b, nullif(c, 0), nullif(ca, 0), ref, reason, author, ledger.instant(at)
      from (select unnest(?::bigint[]) m, unnest(?::bigint[]) a, unnest(?::bigint[]) s, unnest(?::text[]) op, unnest(?::bigint[]) d,
        unnest(?::bigint[]) pd, unnest(?::bigint[]) dd, unnest(?::bigint[]) b, unnest(?::bigint[]) c,
        unnest(?::bigint[]) ca, unnest(?::text[]) ref, unnest(?::text[]) reason, unnest(?::text[]) author,
        unnest(?::bigint[]) at) n\
      """;
  private static final String MOVES =
      """
      insert into ledger.lot_move (merchant_id, account_id, seq, lot_id, delta)
      select unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[])\
      """;
  private static final String NEW_LOTS =
      """
      insert into ledger.lot (merchant_id, account_id, lot_id, kind, status, amount, remaining, held, expired, reversed,
        earned_at, active_from, expires_at)
      select m, a, l, kind::ledger.lot_kind, status::ledger.lot_status, am, r, h, e, v, ledger.instant(ea), ledger.instant(af), ledger.instant(ex)
      from (select unnest(?::bigint[]) m, unnest(?::bigint[]) a, unnest(?::bigint[]) l, unnest(?::text[]) kind,
        unnest(?::text[]) status, unnest(?::bigint[]) am, unnest(?::bigint[]) r, unnest(?::bigint[]) h,
        unnest(?::bigint[]) e, unnest(?::bigint[]) v, unnest(?::bigint[]) ea, unnest(?::bigint[]) af,
        unnest(?::bigint[]) ex) n\
      """;

  /** One account's lots by key: a join would leave the planner a way round the index. */
  private static final String CHANGED_LOTS =
      """
      update ledger.lot set status = (?::ledger.lot_status[])[i], remaining = (?::bigint[])[i], held = (?::bigint[])[i],
        expired = (?::bigint[])[i], reversed = (?::bigint[])[i]
      where merchant_id = ? and account_id = ? and lot_id = any(?)\
      """
          .replace("[i]", "[array_position(?::bigint[], lot_id)]");

  private static final String NEW_HOLD =
      """
      insert into ledger.hold (merchant_id, account_id, hold_id, status, created_at, expires_at, lot_ids, amounts)
      values (?, ?, ?, ?::ledger.hold_status, ?, ?, ?, ?)\
      """;
  private static final String CHANGED_HOLDS =
      """
      update ledger.hold t set status = n.status::ledger.hold_status
      from (select unnest(?::bigint[]) m, unnest(?::bigint[]) a, unnest(?::bigint[]) h, unnest(?::text[]) status) n
      where t.merchant_id = n.m and t.account_id = n.a and t.hold_id = n.h\
      """;
  private static final String ACCOUNT =
      """
      with written as (
        update ledger.account t set version = ?, balance = ?, pending = ?, held = ?, debt = ?, last_seq = ?,
          last_lot = ?, last_hold = ?, next_due = /*due*/
        where merchant_id = ? and account_id = ? and version = ? returning 1)
      select ledger.expect_rows(count(*), 1) from written having count(*) <> 1\
      """;
  private static final String ACCOUNT_DUE_KNOWN = ACCOUNT.replace("/*due*/", "?");
  static final String NEXT_DUE =
      """
      least('infinity',
        (select min(active_from) from ledger.lot l
          where l.merchant_id = t.merchant_id and l.account_id = t.account_id and l.status = 'PENDING'),
        (select min(expires_at) from ledger.lot l
          where l.merchant_id = t.merchant_id and l.account_id = t.account_id and l.status = 'ACTIVE'),
        (select min(expires_at) from ledger.hold h
          where h.merchant_id = t.merchant_id and h.account_id = t.account_id and h.status = 'OPEN'))
      """;
  private static final String HEIR =
      """
      update ledger.account set heir_id = ?, heir_offset = ?
      where merchant_id = ? and account_id = ? and heir_id is null\
      """;

  /** Apart from the other figures, because it hardly ever changes. */
  private static final String STAND_INS =
      """
      update ledger.lot set owed = nullif(?, 0), forgiven = nullif(?, 0),
        stand_in_lots = nullif(?::bigint[], '{}'), stand_in_amounts = nullif(?::bigint[], '{}')
      where merchant_id = ? and account_id = ? and lot_id = ?\
      """;

  /** What was used up before the merge and is not among the new lots: returns may come to it. */
  private static final String USED_UP_LOTS =
      """
      insert into ledger.lot (merchant_id, account_id, lot_id, kind, status, amount, remaining, held, expired, reversed,
        earned_at, active_from, expires_at, owed, forgiven, stand_in_lots, stand_in_amounts)
      select merchant_id, h.id, lot_id + h.lots, kind, 'CLOSED', amount, 0, 0, expired, reversed, earned_at, active_from,
        expires_at, owed, forgiven, (select array_agg(s + h.lots order by n) from unnest(stand_in_lots) with ordinality u(s, n)),
        stand_in_amounts
      from ledger.lot, (select ?::bigint as id, ?::bigint as lots) h where merchant_id = ? and account_id = ?
      on conflict do nothing\
      """;

  private static final String ACCOUNT_DUE_SOUGHT = ACCOUNT.replace("/*due*/", NEXT_DUE);

  record Row<T>(Posting posting, T value) {
    long merchantId() {
      return posting.after().id().merchantId();
    }

    long accountId() {
      return posting.after().id().accountId();
    }
  }

  /** Up to here each account has its own statements; beyond, the text would grow without end. */
  private static final int FEW = 3;

  private PostingWriter() {}

  static void addTo(RoundTrip trip, List<Posting> postings) {
    List<Posting> changes = postings.stream().filter(posting -> !posting.empty()).toList();
    if (changes.isEmpty()) {
      return;
    }
    entries(trip, rows(changes, Posting::entries));
    moves(trip, rows(changes, Posting::moves));
    newLots(trip, rows(changes, Posting::newLots));
    newHolds(trip, rows(changes, Posting::newHolds));
    changedHolds(trip, rows(changes, Posting::changedHolds));
    if (changes.size() <= FEW) {
      changes.forEach(posting -> changedLots(trip, posting));
      changes.forEach(posting -> account(trip, posting));
    } else {
      BulkUpdates.addTo(trip, changes);
    }
    changes.forEach(posting -> standIns(trip, posting));
    changes.forEach(posting -> heir(trip, posting));
  }

  private static void entries(RoundTrip trip, List<Row<Entry>> rows) {
    if (!rows.isEmpty()) {
      trip.update(
          ENTRIES,
          p ->
              keys(p, rows)
                  .set(column(rows, Entry::seq))
                  .set(texts(rows, e -> e.op().name()))
                  .set(column(rows, e -> e.change().balance()))
                  .set(column(rows, e -> e.change().pending()))
                  .set(column(rows, e -> e.change().debt()))
                  .set(column(rows, Entry::balanceAfter))
                  .set(column(rows, Entry::causeSeq))
                  .set(column(rows, Entry::causeAccount))
                  .set(texts(rows, e -> e.note().ref()))
                  .set(texts(rows, e -> e.note().reason()))
                  .set(texts(rows, e -> e.note().author()))
                  .set(column(rows, e -> micros(e.eventAt()))));
    }
  }

  private static void moves(RoundTrip trip, List<Row<LotMove>> rows) {
    if (!rows.isEmpty()) {
      trip.update(
          MOVES,
          p ->
              keys(p, rows)
                  .set(column(rows, LotMove::seq))
                  .set(column(rows, LotMove::lotId))
                  .set(column(rows, LotMove::delta)));
    }
  }

  private static void newLots(RoundTrip trip, List<Row<Lot>> rows) {
    if (!rows.isEmpty()) {
      trip.update(
          NEW_LOTS,
          p ->
              keys(p, rows)
                  .set(column(rows, Lot::id))
                  .set(texts(rows, lot -> lot.terms().kind().name()))
                  .set(texts(rows, lot -> lot.status().name()))
                  .set(column(rows, Lot::amount))
                  .set(column(rows, Lot::remaining))
                  .set(column(rows, Lot::held))
                  .set(column(rows, Lot::expired))
                  .set(column(rows, Lot::reversed))
                  .set(column(rows, lot -> micros(lot.terms().earnedAt())))
                  .set(column(rows, lot -> micros(lot.terms().activeFrom())))
                  .set(column(rows, lot -> micros(lot.terms().expiresAt()))));
    }
  }

  private static void changedLots(RoundTrip trip, Posting posting) {
    List<Lot> lots = posting.changedLots();
    if (lots.isEmpty()) {
      return;
    }
    AccountId id = posting.after().id();
    long[] ids = lots.stream().mapToLong(Lot::id).toArray();
    trip.update(
        CHANGED_LOTS,
        p ->
            p.set(lots.stream().map(lot -> lot.status().name()).toArray(String[]::new))
                .set(ids)
                .set(lots.stream().mapToLong(Lot::remaining).toArray())
                .set(ids)
                .set(lots.stream().mapToLong(Lot::held).toArray())
                .set(ids)
                .set(lots.stream().mapToLong(Lot::expired).toArray())
                .set(ids)
                .set(lots.stream().mapToLong(Lot::reversed).toArray())
                .set(ids)
                .set(id.merchantId())
                .set(id.accountId())
                .set(ids));
  }

  private static void standIns(RoundTrip trip, Posting posting) {
    AccountId id = posting.after().id();
    for (Lot lot : posting.lotsWithOtherStandIns()) {
      StandIns standIns = lot.standIns();
      trip.update(
          STAND_INS,
          p ->
              p.set(standIns.owed())
                  .set(standIns.forgiven())
                  .set(standIns.lots().stream().mapToLong(Portion::lotId).toArray())
                  .set(standIns.lots().stream().mapToLong(Portion::amount).toArray())
                  .set(id.merchantId())
                  .set(id.accountId())
                  .set(lot.id()));
    }
  }

  private static void newHolds(RoundTrip trip, List<Row<Hold>> rows) {
    for (Row<Hold> row : rows) {
      Hold hold = row.value();
      trip.update(
          NEW_HOLD,
          p ->
              p.set(row.merchantId())
                  .set(row.accountId())
                  .set(hold.id())
                  .set(hold.status().name())
                  .set(hold.createdAt())
                  .set(hold.expiresAt())
                  .set(hold.portions().stream().mapToLong(Portion::lotId).toArray())
                  .set(hold.portions().stream().mapToLong(Portion::amount).toArray()));
    }
  }

  private static void changedHolds(RoundTrip trip, List<Row<Hold>> rows) {
    if (!rows.isEmpty()) {
      trip.update(
          CHANGED_HOLDS,
          p ->
              keys(p, rows)
                  .set(column(rows, Hold::id))
                  .set(texts(rows, hold -> hold.status().name())));
    }
  }

  private static void heir(RoundTrip trip, Posting posting) {
    Account.Heir heir = posting.after().heir();
    if (heir != null && posting.before().heir() == null) {
      AccountId id = posting.after().id();
      for (String statement : List.of(HEIR, USED_UP_LOTS)) {
        trip.update(
            statement,
            p ->
                p.set(heir.accountId())
                    .set(heir.lotOffset())
                    .set(id.merchantId())
                    .set(id.accountId()));
      }
    }
  }

  private static void account(RoundTrip trip, Posting posting) {
    Account after = posting.after();
    trip.rows(
        posting.clockBooked() ? ACCOUNT_DUE_SOUGHT : ACCOUNT_DUE_KNOWN,
        p -> {
          p.set(after.version())
              .set(after.totals().balance())
              .set(after.totals().pending())
              .set(after.totals().held())
              .set(after.totals().debt())
              .set(after.counters().seq())
              .set(after.counters().lot())
              .set(after.counters().hold());
          if (!posting.clockBooked()) {
            p.set(after.nextDue());
          }
          p.set(after.id().merchantId())
              .set(after.id().accountId())
              .set(posting.before().version());
        },
        result -> {});
  }

  static long micros(Instant instant) {
    if (instant.equals(Times.NEVER)) {
      return Long.MAX_VALUE;
    }
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  static <T> List<Row<T>> rows(List<Posting> postings, Function<Posting, List<T>> part) {
    List<Row<T>> rows = new ArrayList<>();
    for (Posting posting : postings) {
      part.apply(posting).forEach(value -> rows.add(new Row<>(posting, value)));
    }
    return rows;
  }

  static <T> Parameters keys(Parameters parameters, List<Row<T>> rows) throws SQLException {
    return parameters
        .set(rows.stream().mapToLong(Row::merchantId).toArray())
        .set(rows.stream().mapToLong(Row::accountId).toArray());
  }

  static <T> long[] column(List<Row<T>> rows, ToLongFunction<T> field) {
    return rows.stream().mapToLong(row -> field.applyAsLong(row.value())).toArray();
  }

  static <T> @Nullable String[] texts(List<Row<T>> rows, Function<T, @Nullable String> field) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = field.apply(rows.get(i).value());
    }
    return texts;
  }
}
