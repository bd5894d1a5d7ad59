package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.Account.Contents;
import io.kartela.ledger.Account.Counters;
import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Hold;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.LedgerException.Code;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Portion;
import io.kartela.ledger.Redemption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Locks one account and reads what an {@link Opening} asks for. The usual case is one round trip; a
 * second one follows for an account that does not exist yet, for one on which something has fallen
 * due, and for a payment that needs more lots than the first page has.
 */
final class AccountReader {
  private static final String OF_ACCOUNT = " where merchant_id = ? and account_id = ?";

  private static final String CREATE =
      "insert into ledger.account (merchant_id, account_id) values (?, ?) on conflict do nothing";
  private static final String LOCK =
      "select version, balance, pending, held, debt, last_seq, last_lot, last_hold, next_due,"
          + " current_setting('transaction_isolation'), heir_id, heir_offset from ledger.account"
          + OF_ACCOUNT
          + " for no key update";
  private static final String ACTIVE =
      "select " + Rows.LOT + " from ledger.lot" + OF_ACCOUNT + " and status = 'ACTIVE'";
  private static final String BURN_ORDER = " order by expires_at, earned_at, lot_id limit ";

  /** What has burned since the opening's instant: there is none unless the event comes late. */
  private static final String BURNED_SINCE =
      "select "
          + Rows.LOT
          + " from ledger.lot"
          + OF_ACCOUNT
          + " and expired > 0 and expires_at > ? and active_from <= ?";

  private static final String PENDING =
      "select " + Rows.LOT + " from ledger.lot" + OF_ACCOUNT + " and status = 'PENDING'";
  private static final String HOLDS = "select " + Rows.HOLD + " from ledger.hold" + OF_ACCOUNT;
  private static final String NAMED_LOTS =
      "select "
          + Rows.LOT
          + " from ledger.lot"
          + OF_ACCOUNT
          + " and lot_id = any(?::bigint[] || array(select lot_id from ledger.lot_move"
          + OF_ACCOUNT
          + " and seq = any(?)) || array(select unnest(lot_ids) from ledger.hold"
          + OF_ACCOUNT
          + " and hold_id = any(?)))";

  /** Those whose reversal made a debt: whatever repays it is noted there. */
  private static final String OWING =
      "select " + Rows.LOT + " from ledger.lot" + OF_ACCOUNT + " and owed > 0";

  /** Those who stand in for lots, and those who stand in for them, and so on. */
  private static final String STAND_INS =
      """
      with recursive s(id) as (
        select unnest(?::bigint[])
        union select unnest((select t.stand_in_lots from ledger.lot t
          where t.merchant_id = ? and t.account_id = ? and t.lot_id = s.id)) from s)
      select %s from ledger.lot where merchant_id = ? and account_id = ? and lot_id = any(array(select id from s))\
      """
          .formatted(Rows.LOT);

  private static final String DUE_HOLDS = " and status = 'OPEN' and expires_at <= ?";
  private static final String LOTS_OF_DUE_HOLDS =
      "select "
          + Rows.LOT
          + " from ledger.lot"
          + OF_ACCOUNT
          + " and lot_id = any(array(select unnest(lot_ids) from ledger.hold"
          + OF_ACCOUNT
          + DUE_HOLDS
          + "))";

  /**
   * Looks every row up by its whole key, one after the other: where one account fills tables that
   * nobody has analysed yet, a join would look as good and read the account's whole history.
   */
  private static final String REDEMPTIONS =
      """
      select m.seq, m.lot_id, -m.delta,
        (select coalesce(sum(d.delta), 0)::bigint from (select r.delta from ledger.entry r
          where r.merchant_id = m.merchant_id and r.account_id = m.account_id
            and r.cause_seq between m.seq and m.seq and r.cause_account is null
          order by r.cause_seq) d)
      from ledger.lot_move m
      cross join lateral (select t.expires_at, t.earned_at from ledger.lot t
        where t.merchant_id = m.merchant_id and t.account_id = m.account_id and t.lot_id = m.lot_id limit 1) l
      where m.merchant_id = ? and m.account_id = ? and m.seq = any(?)
        and (select e.op from ledger.entry e
          where e.merchant_id = m.merchant_id and e.account_id = m.account_id and e.seq = m.seq) = 'REDEEM'
      order by m.seq, l.expires_at, l.earned_at, m.lot_id\
      """;

  private static final String INHERITED_LOTS =
      "select "
          + Rows.LOT
          + " from ledger.lot"
          + OF_ACCOUNT
          + " and lot_id = any(array(select lot_id + ? from ledger.lot_move"
          + OF_ACCOUNT
          + " and seq = ?))";

  /** A payment from an account that was merged into this one; refunds stand in both. */
  private static final String INHERITED_REDEMPTION =
      """
      select m.lot_id + ?, -m.delta,
        (select coalesce(sum(r.delta), 0)::bigint from ledger.entry r
          where r.merchant_id = m.merchant_id and r.account_id = m.account_id and r.cause_seq = m.seq
            and r.cause_account is null)
        + (select coalesce(sum(r.delta), 0)::bigint from ledger.entry r
          where r.merchant_id = m.merchant_id and r.cause_account = m.account_id and r.cause_seq = m.seq)
      from ledger.lot_move m
      where m.merchant_id = ? and m.account_id = ? and m.seq = ?
        and (select e.op from ledger.entry e
          where e.merchant_id = m.merchant_id and e.account_id = m.account_id and e.seq = m.seq) = 'REDEEM'
      order by m.lot_id\
      """;

  private record Head(
      long version,
      Totals totals,
      Counters counters,
      Instant nextDue,
      Account.@Nullable Heir heir) {}

  private final Opening opening;
  private final int firstPage;
  private final AccountId id;
  private final Map<Long, Lot> lots = new LinkedHashMap<>();
  private final Map<Long, Hold> holds = new LinkedHashMap<>();

  /** Active lots read in burn order without a gap. */
  private final List<Lot> front = new ArrayList<>();

  private final List<Redemption> redemptions = new ArrayList<>();
  private @Nullable Head head;
  private boolean allActive;

  AccountReader(Opening opening, int firstPage) {
    this.opening = opening;
    this.firstPage = firstPage;
    this.id = opening.id();
  }

  /** Adds the usual statements. */
  void addTo(RoundTrip trip) {
    trip.rows(LOCK, this::account, this::readHead);
    if (opening.covering() > 0) {
      addFirstPage(trip);
      trip.rows(BURNED_SINCE, p -> account(p).set(opening.at()).set(opening.at()), this::addLots);
    }
    if (opening.everything()) {
      trip.rows(PENDING, this::account, this::addLots);
    }
    boolean named = !opening.lots().isEmpty() || !opening.holds().isEmpty();
    if (named || !opening.redemptions().isEmpty()) {
      addNamed(trip);
    }
    opening.inherited().forEach(paid -> addInherited(trip, paid));
  }

  private void addInherited(RoundTrip trip, Opening.Inherited paid) {
    trip.rows(
        INHERITED_LOTS,
        p -> account(account(p).set(paid.lotOffset()), paid.account()).set(paid.seq()),
        this::addLots);
    trip.rows(
        INHERITED_REDEMPTION,
        p -> account(p.set(paid.lotOffset()), paid.account()).set(paid.seq()),
        rows -> readInherited(rows, paid));
  }

  private void addFirstPage(RoundTrip trip) {
    trip.rows(ACTIVE + BURN_ORDER + firstPage, this::account, rows -> page(rows, firstPage));
  }

  private void addNamed(RoundTrip trip) {
    long[] redeemed = longs(opening.redemptions());
    long[] held = longs(opening.holds());
    trip.rows(
        NAMED_LOTS,
        p -> {
          account(p).set(longs(opening.lots()));
          account(p).set(redeemed);
          account(p).set(held);
        },
        this::addLots);
    if (held.length > 0) {
      trip.rows(HOLDS + " and hold_id = any(?)", p -> account(p).set(held), this::addHolds);
    }
    if (redeemed.length > 0) {
      trip.rows(REDEMPTIONS, p -> account(p).set(redeemed), this::readRedemptions);
    }
  }

  /** Reads what turned out to be missing; the trip is the one that has run. */
  Account finish(RoundTrip trip, Connection connection) {
    if (head == null) {
      // Another transaction may have created and filled it a moment ago, and what was asked beside
      // it – an idempotency record, facts for rules – was asked before there was a lock to wait
      // for.
      trip.again(connection, CREATE, this::account);
    }
    Head known = Objects.requireNonNull(head, "the account has just been created");
    if (!opening.until().isBefore(known.nextDue())) {
      readDue(connection);
    }
    if (known.totals().debt() > 0) {
      read(connection, OWING, this::account);
    }
    int limit = firstPage;
    while (opening.covering() > 0 && !allActive && offered() < opening.covering()) {
      limit *= 8;
      readFurther(connection, limit);
    }
    if (!redemptions.isEmpty()) {
      readStandIns(connection);
    }
    Contents contents =
        new Contents(
            List.copyOf(lots.values()),
            List.copyOf(holds.values()),
            redemptions,
            front.isEmpty() ? null : front.getLast(),
            opening.until());
    return new Account(
        id,
        known.version(),
        known.totals(),
        known.counters(),
        known.nextDue(),
        contents,
        known.heir());
  }

  private void readDue(Connection connection) {
    RoundTrip trip = new RoundTrip();
    trip.rows(PENDING + " and active_from <= ?", this::accountAndUntil, this::addLots);
    trip.rows(ACTIVE + " and expires_at <= ?", this::accountAndUntil, this::addLots);
    trip.rows(HOLDS + DUE_HOLDS, this::accountAndUntil, this::addHolds);
    trip.rows(LOTS_OF_DUE_HOLDS, p -> accountAndUntil(account(p)), this::addLots);
    trip.run(connection);
  }

  private void read(Connection connection, String lotsWanted, RoundTrip.Fill fill) {
    RoundTrip trip = new RoundTrip();
    trip.rows(lotsWanted, fill, this::addLots);
    trip.run(connection);
  }

  /** Who gets something of a refund that comes back to a lot whose grant was reversed. */
  private void readStandIns(Connection connection) {
    long[] standIns =
        lots.values().stream()
            .flatMap(lot -> lot.standIns().lots().stream())
            .mapToLong(Portion::lotId)
            .distinct()
            .toArray();
    if (standIns.length > 0) {
      read(connection, STAND_INS, p -> account(account(p.set(standIns))));
    }
  }

  private void readFurther(Connection connection, int limit) {
    Lot last = front.getLast();
    RoundTrip trip = new RoundTrip();
    trip.rows(
        ACTIVE + " and (expires_at, earned_at, lot_id) > (?, ?, ?)" + BURN_ORDER + limit,
        p -> account(p).set(last.terms().expiresAt()).set(last.terms().earnedAt()).set(last.id()),
        rows -> page(rows, limit));
    trip.run(connection);
  }

  /** What the lots read in burn order offer at the opening's instant. */
  private long offered() {
    return front.stream().filter(lot -> lot.spendableAt(opening.at())).mapToLong(Lot::free).sum();
  }

  private void page(ResultSet rows, int limit) throws SQLException {
    List<Lot> page = Rows.lots(rows);
    front.addAll(page);
    page.forEach(lot -> lots.put(lot.id(), lot));
    allActive = page.size() < limit;
  }

  private void addLots(ResultSet rows) throws SQLException {
    Rows.lots(rows).forEach(lot -> lots.put(lot.id(), lot));
  }

  private void addHolds(ResultSet rows) throws SQLException {
    Rows.holds(rows).forEach(hold -> holds.put(hold.id(), hold));
  }

  private void readHead(ResultSet rows) throws SQLException {
    lots.clear();
    holds.clear();
    front.clear();
    redemptions.clear();
    if (!rows.next()) {
      return;
    }
    if (!rows.getString(10).equals("read committed")) {
      // Under a stricter level the lots would be read as they were before the lock was waited for.
      throw new LedgerException(Code.WRONG_TRANSACTION, "isolation is " + rows.getString(10));
    }
    Totals totals = new Totals(rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5));
    Counters counters = new Counters(rows.getLong(6), rows.getLong(7), rows.getLong(8));
    Account.Heir heir =
        rows.getObject(11) == null ? null : new Account.Heir(rows.getLong(11), rows.getLong(12));
    head = new Head(rows.getLong(1), totals, counters, Rows.instant(rows, 9), heir);
  }

  private void readRedemptions(ResultSet rows) throws SQLException {
    Map<Long, List<Portion>> portions = new LinkedHashMap<>();
    Map<Long, Long> refunded = new LinkedHashMap<>();
    while (rows.next()) {
      Portion portion = new Portion(rows.getLong(2), rows.getLong(3));
      portions.computeIfAbsent(rows.getLong(1), seq -> new ArrayList<>()).add(portion);
      refunded.put(rows.getLong(1), rows.getLong(4));
    }
    portions.forEach(
        (seq, parts) ->
            redemptions.add(new Redemption(seq, parts, refunded.getOrDefault(seq, 0L))));
  }

  private void readInherited(ResultSet rows, Opening.Inherited paid) throws SQLException {
    List<Portion> portions = new ArrayList<>();
    long refunded = 0;
    while (rows.next()) {
      portions.add(new Portion(rows.getLong(1), rows.getLong(2)));
      refunded = rows.getLong(3);
    }
    if (!portions.isEmpty()) {
      redemptions.add(new Redemption(paid.account(), paid.seq(), portions, refunded));
    }
  }

  private Parameters account(Parameters parameters) throws SQLException {
    return account(parameters, id.accountId());
  }

  private Parameters account(Parameters parameters, long accountId) throws SQLException {
    return parameters.set(id.merchantId()).set(accountId);
  }

  private Parameters accountAndUntil(Parameters parameters) throws SQLException {
    return account(parameters).set(opening.until());
  }

  private static long[] longs(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }
}
