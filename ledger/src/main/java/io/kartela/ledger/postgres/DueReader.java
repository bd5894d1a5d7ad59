package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.Account.Contents;
import io.kartela.ledger.Account.Counters;
import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads many accounts at once, each with what the clock may change about it. */
final class DueReader {
  /** How much of each account is wanted. */
  enum Extent {
    /** What has fallen due, enough to book it. */
    DUE,
    /** Every open lot besides, enough to tell what burns next. */
    EVERY_OPEN_LOT
  }

  /** The figures of an account row. */
  record Head(AccountId id, long version, Totals totals, Counters counters, Instant nextDue) {
    static final String COLUMNS =
        "merchant_id, account_id, version, balance, pending, held, debt, last_seq, last_lot,"
            + " last_hold, next_due";

    static Head read(ResultSet row) throws SQLException {
      return new Head(
          new AccountId(row.getLong(1), row.getLong(2)),
          row.getLong(3),
          new Totals(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)),
          new Counters(row.getLong(8), row.getLong(9), row.getLong(10)),
          Rows.instant(row, 11));
    }
  }

  private static final String KEYS = "unnest(?::bigint[], ?::bigint[]) as k(m, a)";
  private static final String HOLDS =
      "select k.m, k.a, "
          + Rows.HOLD
          + " from "
          + KEYS
          + " join ledger.hold on merchant_id = k.m and account_id = k.a"
          + " where status = 'OPEN' and expires_at <= ?";

  /**
   * The first two walk a partial index, the held lots of a hold that times out come third; what
   * becomes free may repay a debt, which is noted at the lots that made it.
   */
  private static final String DUE_LOTS =
      lots("status = 'PENDING' and active_from <= ?")
          + " union "
          + lots("status = 'ACTIVE' and expires_at <= ?")
          + " union "
          + lots(
              "lot_id = any(array(select unnest(lot_ids) from ledger.hold h where h.merchant_id ="
                  + " k.m and h.account_id = k.a and h.status = 'OPEN' and h.expires_at <= ?))")
          + " union "
          + lots("owed > 0");

  private static final String OPEN_LOTS = lots("status in ('PENDING', 'ACTIVE')");

  private DueReader() {}

  private static String lots(String condition) {
    return "select k.m, k.a, "
        + Rows.LOT
        + " from "
        + KEYS
        + " join ledger.lot on merchant_id = k.m and account_id = k.a where "
        + condition;
  }

  static List<Account> read(
      Connection connection, Collection<Head> heads, Extent extent, Instant at) {
    long[] merchants = heads.stream().mapToLong(head -> head.id().merchantId()).toArray();
    long[] accounts = heads.stream().mapToLong(head -> head.id().accountId()).toArray();
    Map<AccountId, List<Lot>> lots = new HashMap<>();
    Map<AccountId, List<Hold>> holds = new HashMap<>();
    RoundTrip trip = new RoundTrip();
    switch (extent) {
      case DUE ->
          trip.rows(
              DUE_LOTS,
              p -> {
                for (int branch = 0; branch < 3; branch++) {
                  p.set(merchants).set(accounts).set(at);
                }
                p.set(merchants).set(accounts);
              },
              rows -> collect(rows, row -> Rows.lot(row, 3), lots));
      case EVERY_OPEN_LOT ->
          trip.rows(
              OPEN_LOTS,
              p -> p.set(merchants).set(accounts),
              rows -> collect(rows, row -> Rows.lot(row, 3), lots));
    }
    trip.rows(
        HOLDS,
        p -> p.set(merchants).set(accounts).set(at),
        rows -> collect(rows, row -> Rows.hold(row, 3), holds));
    trip.run(connection);
    return heads.stream()
        .map(
            head ->
                new Account(
                    head.id(),
                    head.version(),
                    head.totals(),
                    head.counters(),
                    head.nextDue(),
                    new Contents(
                        lots.getOrDefault(head.id(), List.of()),
                        holds.getOrDefault(head.id(), List.of()),
                        List.of(),
                        null,
                        at)))
        .toList();
  }

  private static <T> void collect(
      ResultSet rows, RoundTrip.Reader<T> reader, Map<AccountId, List<T>> byAccount)
      throws SQLException {
    while (rows.next()) {
      byAccount
          .computeIfAbsent(new AccountId(rows.getLong(1), rows.getLong(2)), id -> new ArrayList<>())
          .add(reader.read(rows));
    }
  }
}
