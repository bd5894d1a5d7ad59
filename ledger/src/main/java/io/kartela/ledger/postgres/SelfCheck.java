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
 * Re-adds everything from the append-only history and compares it with what the accounts say. One
 * statement, hence one snapshot: tills may go on selling meanwhile. Thread-safe.
 */
public final class SelfCheck {
  private static final String SQL = load();
  private static final String OF_MERCHANT = SQL.replace("/*of_account*/", "");
  private static final String OF_ACCOUNT =
      SQL.replace("/*of_account*/", "and account_id = current_setting('kartela.account')::bigint");

  private final String ofMerchant = OF_MERCHANT;
  private final String ofAccount = OF_ACCOUNT;

  /** Checks all accounts of a merchant; the list is empty if everything adds up. */
  public List<Discrepancy> merchant(Connection connection, long merchantId) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, merchantId);
    Answer<List<Discrepancy>> found = trip.query(ofMerchant, p -> {}, SelfCheck::read);
    trip.run(connection);
    return found.get();
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
    trip.rows(
        "select set_config('kartela.account', ?, true)",
        p -> p.set(Long.toString(id.accountId())),
        rows -> {});
    return trip.query(ofAccount, p -> {}, SelfCheck::read);
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
