package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Posting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Books what the clock has made true already: activations, expiries, hold timeouts. Nothing that a
 * member can do depends on it; it keeps histories and reports current. Runs across merchants, so
 * the connection's role must be {@code kartela_worker}. Any number of nodes may run it at once:
 * accounts that another transaction has locked are left for the next round.
 */
public final class BookingJob {
  /** Hops from merchant to merchant by index instead of reading all accounts. */
  private static final String CLAIM =
      """
      with recursive merchant(id) as (
        (select merchant_id from ledger.account order by merchant_id limit 1)
        union all
        select (select a.merchant_id from ledger.account a where a.merchant_id > m.id order by a.merchant_id limit 1)
        from merchant m where m.id is not null)
      select d.* from merchant m cross join lateral (
        select %s from ledger.account a
        where a.merchant_id = m.id and a.next_due <= ? and a.next_due < 'infinity'
          and (a.merchant_id, a.account_id) not in (select * from unnest(?::bigint[], ?::bigint[]))
        order by a.next_due limit ? for no key update skip locked) d
      where m.id is not null limit ?\
      """
          .formatted(DueReader.Head.COLUMNS);

  private static final String SAVEPOINT = "before_booking";

  private final Ledger ledger = new Ledger();

  /**
   * What came of a batch.
   *
   * @param accounts those that were booked: what their members see has changed
   * @param sick those that could not be, each with what went wrong; nothing of theirs was changed
   */
  public record Booked(List<AccountId> accounts, Map<AccountId, RuntimeException> sick) {
    /** How many were claimed. */
    public int claimed() {
      return accounts.size() + sick.size();
    }
  }

  /**
   * Books one batch in the caller's transaction; commit and call again until it returns 0.
   *
   * @param now everything due until then
   * @param batch accounts at most
   * @return how many accounts were booked
   */
  public int bookDue(Connection connection, Instant now, int batch) {
    return book(connection, now, batch, List.of()).accounts().size();
  }

  /**
   * As {@link #bookDue}, leaving some accounts out. One that cannot be booked stops no other.
   *
   * @param except accounts that could not be booked lately
   */
  public Booked book(Connection connection, Instant now, int batch, Collection<AccountId> except) {
    long[] merchants = except.stream().mapToLong(AccountId::merchantId).toArray();
    long[] accounts = except.stream().mapToLong(AccountId::accountId).toArray();
    RoundTrip claim = new RoundTrip();
    Answer<List<DueReader.Head>> heads =
        claim.query(
            CLAIM,
            p -> p.set(now).set(merchants).set(accounts).set((long) batch).set((long) batch),
            BookingJob::readHeads);
    // What goes wrong later takes neither the claim nor the caller's work with it.
    claim.update("savepoint " + SAVEPOINT, p -> {});
    claim.run(connection);
    return heads.get().isEmpty()
        ? new Booked(List.of(), Map.of())
        : book(connection, now, heads.get());
  }

  /** All together, or each by itself when that goes wrong. */
  private Booked book(Connection connection, Instant now, List<DueReader.Head> heads) {
    List<AccountId> ids = heads.stream().map(DueReader.Head::id).toList();
    RuntimeException trouble = tryToBook(connection, now, heads);
    if (trouble == null) {
      return new Booked(ids, Map.of());
    }
    if (heads.size() == 1) {
      return new Booked(List.of(), Map.of(ids.getFirst(), trouble));
    }
    List<AccountId> booked = new ArrayList<>();
    Map<AccountId, RuntimeException> sick = new LinkedHashMap<>();
    for (DueReader.Head head : heads) {
      RoundTrip mark = new RoundTrip();
      mark.update("savepoint " + SAVEPOINT, p -> {});
      mark.run(connection);
      RuntimeException own = tryToBook(connection, now, List.of(head));
      if (own == null) {
        booked.add(head.id());
      } else {
        sick.put(head.id(), own);
      }
    }
    return new Booked(booked, sick);
  }

  /** Null when it went well; else nothing has changed since the savepoint. */
  private @Nullable RuntimeException tryToBook(
      Connection connection, Instant now, List<DueReader.Head> heads) {
    try {
      List<Account> accounts = DueReader.read(connection, heads, DueReader.Extent.DUE, now);
      List<Posting> postings =
          accounts.stream().map(account -> ledger.mature(account, now)).toList();
      RoundTrip write = new RoundTrip();
      PostingWriter.addTo(write, postings);
      write.run(connection);
      return null;
    } catch (RuntimeException e) {
      if (e instanceof LedgerException ours && ours.code() == LedgerException.Code.DATABASE_RETRY) {
        throw e;
      }
      RoundTrip undo = new RoundTrip();
      undo.update("rollback to savepoint " + SAVEPOINT, p -> {});
      undo.run(connection);
      return e;
    }
  }

  /**
   * Forgets idempotency records and closed holds that are older than a day long past.
   *
   * @param batch rows of each kind at most; call again until it returns 0
   */
  public long prune(Connection connection, Instant before, int batch) {
    RoundTrip trip = new RoundTrip();
    Answer<Long> operations =
        trip.update(
            "delete from ledger.operation where ctid = any(array(select ctid from ledger.operation"
                + " where recorded_at < ? limit ?))",
            p -> p.set(before).set((long) batch));
    Answer<Long> holds =
        trip.update(
            "delete from ledger.hold where ctid = any(array(select ctid from ledger.hold"
                + " where status <> 'OPEN' and expires_at < ? limit ?))",
            p -> p.set(before).set((long) batch));
    trip.run(connection);
    return operations.get() + holds.get();
  }

  private static List<DueReader.Head> readHeads(ResultSet rows) throws SQLException {
    List<DueReader.Head> heads = new ArrayList<>();
    while (rows.next()) {
      heads.add(DueReader.Head.read(rows));
    }
    return heads;
  }
}
