package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Posting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        order by a.next_due limit ? for no key update skip locked) d
      where m.id is not null limit ?\
      """
          .formatted(DueReader.Head.COLUMNS);

  private final Ledger ledger = new Ledger();

  /**
   * Books one batch in the caller's transaction; commit and call again until it returns 0.
   *
   * @param now everything due until then
   * @param batch accounts at most
   * @return how many accounts were claimed
   */
  public int bookDue(Connection connection, Instant now, int batch) {
    return bookDueAccounts(connection, now, batch).size();
  }

  /**
   * As {@link #bookDue}, answering whose accounts were claimed: what their members see has changed.
   */
  public List<AccountId> bookDueAccounts(Connection connection, Instant now, int batch) {
    RoundTrip claim = new RoundTrip();
    Answer<List<DueReader.Head>> heads =
        claim.query(
            CLAIM, p -> p.set(now).set((long) batch).set((long) batch), BookingJob::readHeads);
    claim.run(connection);
    if (heads.get().isEmpty()) {
      return List.of();
    }
    List<Account> accounts = DueReader.read(connection, heads.get(), DueReader.Extent.DUE, now);
    List<Posting> postings = accounts.stream().map(account -> ledger.mature(account, now)).toList();
    RoundTrip write = new RoundTrip();
    PostingWriter.addTo(write, postings);
    write.run(connection);
    return heads.get().stream().map(DueReader.Head::id).toList();
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
