package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Posting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: lock and read accounts, write what {@code Ledger} worked out. Works inside the
 * caller's READ COMMITTED transaction, never commits by itself; each method is one round trip in
 * the usual case. Thread-safe, without state.
 *
 * <p>Opening sets {@code kartela.merchant} for the rest of the transaction, which is what
 * PostgreSQL's row-level security lets the service see, and {@code plan_cache_mode} to generic
 * plans, which is what statements by key want. Trouble is a {@link
 * io.kartela.ledger.LedgerException}; if its code is retryable, repeat the whole transaction.
 */
public final class PostgresLedger {
  private static final String SET_MERCHANT = "select set_config('kartela.merchant', ?, true)";

  /**
   * All plans of this path go by key, whatever the values: without the second setting PostgreSQL
   * would plan the statements with arrays anew each time, which costs more than running them.
   */
  private static final String SET_MERCHANT_AND_PLANS =
      SET_MERCHANT + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

  private static final String OPERATION =
      "select operation_key, body_hash, response from ledger.operation"
          + " where merchant_id = ? and operation_key = ?";

  private static final String CREATE_ALL =
      "insert into ledger.account (merchant_id, account_id)"
          + " select ?, id from unnest(?::bigint[]) as n(id) order by id on conflict do nothing";

  private static final String CREATE_NEW = CREATE_ALL + " returning account_id";

  private final int firstPage;

  public PostgresLedger() {
    this(16);
  }

  /** For tests, in which no account has enough lots for a second page. */
  PostgresLedger(int firstPage) {
    this.firstPage = firstPage;
  }

  /** Locks one account, creating it if it does not exist, and reads what the opening asks for. */
  public Opened open(Connection connection, Opening opening) {
    RoundTrip trip = new RoundTrip();
    Answer<Opened> opened = open(trip, opening);
    trip.run(connection);
    return opened.get();
  }

  /** As {@link #open(Connection, Opening)}, together with the caller's own statements. */
  public Answer<Opened> open(RoundTrip trip, Opening opening) {
    enter(trip, opening.id().merchantId());
    return lock(trip, opening);
  }

  /**
   * Locks several accounts of one merchant in the order of their ids, whatever the order given, so
   * that transfers in both directions cannot wait for each other.
   */
  public Map<AccountId, Opened> openAll(Connection connection, Collection<Opening> openings) {
    RoundTrip trip = new RoundTrip();
    Answer<Map<AccountId, Opened>> opened = openAll(trip, openings);
    trip.run(connection);
    return opened.get();
  }

  /**
   * Makes accounts that nobody has used yet, in one statement: nobody else sees them until the
   * caller's transaction ends, so there is nothing to lock and nothing to read.
   *
   * @return those of them that were made; the others exist, and are to be opened
   */
  public Map<AccountId, Account> create(
      Connection connection, long merchantId, Collection<Long> accountIds) {
    RoundTrip trip = new RoundTrip();
    enter(trip, merchantId);
    long[] ids = accountIds.stream().mapToLong(Long::longValue).toArray();
    Map<AccountId, Account> made = new TreeMap<>();
    trip.rows(
        CREATE_NEW,
        p -> p.set(merchantId).set(ids),
        rows -> {
          while (rows.next()) {
            AccountId id = new AccountId(merchantId, rows.getLong(1));
            made.put(id, Account.fresh(id));
          }
        });
    trip.run(connection);
    return made;
  }

  /** As {@link #openAll(Connection, Collection)}, together with the caller's own statements. */
  public Answer<Map<AccountId, Opened>> openAll(RoundTrip trip, Collection<Opening> openings) {
    TreeMap<AccountId, Opening> sorted = new TreeMap<>();
    for (Opening opening : openings) {
      if (sorted.put(opening.id(), opening) != null) {
        throw new IllegalArgumentException("opened twice: " + opening.id());
      }
    }
    if (sorted.isEmpty() || sorted.firstKey().merchantId() != sorted.lastKey().merchantId()) {
      throw new IllegalArgumentException("accounts of one merchant, at least one: " + sorted);
    }
    enter(trip, sorted.firstKey().merchantId());
    if (sorted.size() > 1) {
      // An account created after another has been locked would be locked out of order.
      long[] ids = sorted.keySet().stream().mapToLong(AccountId::accountId).toArray();
      trip.update(CREATE_ALL, p -> p.set(sorted.firstKey().merchantId()).set(ids));
    }
    List<Answer<Opened>> locked = new ArrayList<>();
    sorted.values().forEach(opening -> locked.add(lock(trip, opening)));
    Answer<Map<AccountId, Opened>> all = new Answer<>();
    trip.afterwards(
        connection -> {
          Map<AccountId, Opened> byId = new TreeMap<>();
          locked.forEach(one -> byId.put(one.get().account().id(), one.get()));
          all.set(byId);
        });
    return all;
  }

  /**
   * As {@link #setMerchant}, for statements that all go by key: their plans are kept, whatever the
   * values.
   */
  public static void enter(RoundTrip trip, long merchantId) {
    trip.rows(SET_MERCHANT_AND_PLANS, p -> p.set(Long.toString(merchantId)), rows -> {});
  }

  private Answer<Opened> lock(RoundTrip trip, Opening opening) {
    AccountReader reader = new AccountReader(opening, firstPage);
    reader.addTo(trip);
    String key = opening.operationKey();
    // After the lock: a repetition that waited for the first delivery must see its record.
    Answer<Optional<Operation>> operation =
        key == null ? null : operation(trip, opening.id().merchantId(), key);
    Answer<Opened> opened = new Answer<>();
    trip.afterwards(
        connection ->
            opened.set(
                new Opened(
                    reader.finish(trip, connection),
                    operation == null ? null : operation.get().orElse(null))));
    return opened;
  }

  private static final String HEIRS =
      """
      with recursive h(account_id, lots) as (
        select heir_id, heir_offset from ledger.account where merchant_id = ? and account_id = ? and heir_id is not null
        union all
        select a.heir_id, h.lots + a.heir_offset from h join ledger.account a
          on a.merchant_id = ? and a.account_id = h.account_id and a.heir_id is not null)
      select account_id, lots from h\
      """;

  /**
   * Whose an account's lots are now, along all merges, and how their numbers are found there; empty
   * when it was not merged, or before the ledger remembered it.
   *
   * @param heir the account that is expected at the end
   */
  public Optional<Account.Heir> heir(Connection connection, AccountId id, long heir) {
    RoundTrip trip = new RoundTrip();
    setMerchant(trip, id.merchantId());
    Answer<Optional<Account.Heir>> found =
        trip.query(
            HEIRS,
            p -> p.set(id.merchantId()).set(id.accountId()).set(id.merchantId()),
            rows -> {
              while (rows.next()) {
                if (rows.getLong(1) == heir) {
                  return Optional.of(new Account.Heir(heir, rows.getLong(2)));
                }
              }
              return Optional.empty();
            });
    trip.run(connection);
    return found.get();
  }

  /** Writes postings of accounts that this transaction has opened. */
  public void write(Connection connection, Posting... postings) {
    RoundTrip trip = new RoundTrip();
    write(trip, List.of(postings), null);
    trip.run(connection);
  }

  /**
   * Adds the writing of postings and of an idempotency record to a round trip, which may then carry
   * the caller's own statements and the commit.
   */
  public void write(RoundTrip trip, List<Posting> postings, @Nullable Operation operation) {
    PostingWriter.addTo(trip, postings);
    if (operation != null) {
      if (postings.isEmpty()) {
        throw new IllegalArgumentException("whose operation? use record() without postings");
      }
      record(trip, postings.getFirst().after().id().merchantId(), operation);
    }
  }

  /** An idempotency record for an operation that touches no account. */
  public static void record(RoundTrip trip, long merchantId, Operation operation) {
    trip.update(
        "insert into ledger.operation (merchant_id, operation_key, body_hash, response)"
            + " values (?, ?, ?, ?)",
        p ->
            p.set(merchantId)
                .set(operation.key())
                .set(operation.bodyHash())
                .set(operation.response()));
  }

  /** Looks an idempotency record up without locking anything. */
  public static Answer<Optional<Operation>> operation(RoundTrip trip, long merchantId, String key) {
    return trip.query(OPERATION, p -> p.set(merchantId).set(key), PostgresLedger::readOperation);
  }

  /** Tells row-level security whose rows the rest of the transaction is about. */
  public static void setMerchant(RoundTrip trip, long merchantId) {
    trip.rows(SET_MERCHANT, p -> p.set(Long.toString(merchantId)), rows -> {});
  }

  private static Optional<Operation> readOperation(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    return Optional.of(new Operation(rows.getString(1), rows.getString(2), rows.getString(3)));
  }
}
