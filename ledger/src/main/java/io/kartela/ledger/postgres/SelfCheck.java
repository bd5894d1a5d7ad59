package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Re-adds everything from the append-only history and compares it with what the accounts say. Each
 * account is judged by one statement, hence by one snapshot: tills may go on selling meanwhile.
 * Thread-safe.
 */
public final class SelfCheck {
  private static final int ACCOUNTS_AT_ONCE = 5_000;
  private static final String SQL = load();

  /** Where a range of accounts ends. */
  private static final String END_OF_RANGE =
      "select account_id from ledger.account where merchant_id = ? and account_id > ?"
          + " order by account_id offset ? limit 1";

  /** Checks all accounts of a merchant; the list is empty if everything adds up. */
  public List<Discrepancy> merchant(Connection connection, long merchantId) {
    List<Discrepancy> all = new ArrayList<>();
    long done = 0;
    while (done < Long.MAX_VALUE) {
      long after = done;
      RoundTrip trip = new RoundTrip();
      PostgresLedger.setMerchant(trip, merchantId);
      Answer<Long> last =
          trip.query(
              END_OF_RANGE,
              p -> p.set(merchantId).set(after).set((long) ACCOUNTS_AT_ONCE - 1),
              rows -> rows.next() ? rows.getLong(1) : Long.MAX_VALUE);
      trip.run(connection);
      all.addAll(range(connection, merchantId, after + 1, last.get()));
      done = last.get();
    }
    return all;
  }

  private static List<Discrepancy> range(
      Connection connection, long merchantId, long first, long last) {
    RoundTrip trip = new RoundTrip();
    Answer<List<Discrepancy>> found = range(trip, merchantId, first, last);
    trip.run(connection);
    return found.get();
  }

  private static Answer<List<Discrepancy>> range(
      RoundTrip trip, long merchantId, long first, long last) {
    return trip.query(SQL, p -> p.set(merchantId).set(first).set(last), SelfCheck::read);
  }

  /** Checks one account. */
  public List<Discrepancy> account(Connection connection, AccountId id) {
    RoundTrip trip = new RoundTrip();
    Answer<List<Discrepancy>> found = account(trip, id);
    trip.run(connection);
    return found.get();
  }

  /** As {@link #account(Connection, AccountId)}, in the caller's round trip. */
  public Answer<List<Discrepancy>> account(RoundTrip trip, AccountId id) {
    PostgresLedger.setMerchant(trip, id.merchantId());
    return range(trip, id.merchantId(), id.accountId(), id.accountId());
  }

  private static List<Discrepancy> read(ResultSet rows) throws SQLException {
    List<Discrepancy> list = new ArrayList<>();
    while (rows.next()) {
      list.add(
          new Discrepancy(
              rows.getLong(1),
              rows.getLong(2),
              rows.getString(3),
              rows.getLong(4),
              rows.getLong(5),
              rows.getLong(6)));
    }
    return list;
  }

  private static String load() {
    try (InputStream stream = SelfCheck.class.getResourceAsStream("self-check.sql")) {
      return new String(
          Objects.requireNonNull(stream, "self-check.sql").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
