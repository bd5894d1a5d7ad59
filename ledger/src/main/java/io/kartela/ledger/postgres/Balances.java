package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Times;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures for screens: read without locks, thousands of members at a time. Accounts on which
 * nothing is due are read from their row; for the others the same arithmetic runs that will book
 * them. Thread-safe.
 */
public final class Balances {
  private static final String HEADS =
      """
      select %s, n.expires_at, n.amount
      from ledger.account a left join lateral (
        select l.expires_at, sum(l.remaining)::bigint as amount from ledger.lot l
        where l.merchant_id = a.merchant_id and l.account_id = a.account_id and l.status = 'ACTIVE'
          and l.expires_at < 'infinity' and a.next_due > ?
        group by l.expires_at order by l.expires_at limit 1) n on true
      where a.merchant_id = ? and a.account_id = any(?)\
      """
          .formatted(DueReader.Head.COLUMNS);

  private static final String HOLD =
      """
      select (select sum(x.amount)::bigint from unnest(h.amounts) as x(amount)) from ledger.hold h
      where h.merchant_id = ? and h.account_id = ? and h.hold_id = ? and h.status = 'OPEN' and h.expires_at > ?\
      """;

  private static final String UNREAD =
      """
      select expires_at, sum(remaining)::bigint from ledger.lot
      where merchant_id = ? and account_id = ? and status = 'ACTIVE' and expires_at < 'infinity' and lot_id <> all(?)
      group by expires_at order by expires_at limit 1\
      """;

  private final Ledger ledger = new Ledger();

  /** What a hold keeps at a moment; empty when there is none or it is over. Nothing is locked. */
  public Answer<Optional<Long>> held(RoundTrip trip, AccountId id, long holdId, Instant now) {
    return trip.query(
        HOLD,
        p -> p.set(id.merchantId()).set(id.accountId()).set(holdId).set(Times.micros(now)),
        rows -> rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty());
  }

  /**
   * The figures of these members; members without an account are all zero. Joins the caller's
   * transaction.
   *
   * @return in the order asked
   */
  public List<MemberBalance> at(
      Connection connection, long merchantId, Collection<Long> accountIds, Instant now) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, merchantId);
    Asked asked = ask(trip, merchantId, accountIds, now);
    trip.run(connection);
    return asked.read(connection);
  }

  /** As {@link #at}, beside the caller's own statements; the merchant must have been set. */
  public Asked ask(RoundTrip trip, long merchantId, Collection<Long> accountIds, Instant now) {
    Asked asked = new Asked(merchantId, Times.micros(now));
    accountIds.forEach(id -> asked.known.put(id, new MemberBalance(id, 0, 0, 0, 0, 0, null)));
    long[] ids = asked.known.keySet().stream().mapToLong(Long::longValue).toArray();
    trip.rows(HEADS, p -> p.set(asked.at).set(merchantId).set(ids), asked::take);
    return asked;
  }

  /**
   * The figures of an account that the caller's transaction has locked, as they will be when what
   * was worked out on it has been written. Asks only when the lots that were read do not tell what
   * burns next.
   *
   * @param account after the operations, matured to their instant
   */
  public MemberBalance after(Connection connection, Account account) {
    List<Lot> read = account.contents().lots();
    MemberBalance.Burn next = nextBurn(account);
    long known =
        read.stream()
            .filter(lot -> lot.status() == Lot.Status.ACTIVE)
            .mapToLong(Lot::remaining)
            .sum();
    Lot frontier = account.contents().frontier();
    boolean certain =
        known == account.balance() + account.debt()
            || (next != null
                && frontier != null
                && next.at().isBefore(frontier.terms().expiresAt()));
    return balance(
        account.id(), account.totals(), certain ? next : sooner(next, unread(connection, account)));
  }

  private static MemberBalance.@Nullable Burn unread(Connection connection, Account account) {
    AccountId id = account.id();
    long[] read = account.contents().lots().stream().mapToLong(Lot::id).toArray();
    RoundTrip trip = new RoundTrip();
    Answer<Optional<MemberBalance.Burn>> burn =
        trip.query(
            UNREAD,
            p -> p.set(id.merchantId()).set(id.accountId()).set(read),
            rows ->
                rows.next()
                    ? Optional.of(new MemberBalance.Burn(Rows.instant(rows, 1), rows.getLong(2)))
                    : Optional.empty());
    trip.run(connection);
    return burn.get().orElse(null);
  }

  private static MemberBalance.@Nullable Burn sooner(
      MemberBalance.@Nullable Burn a, MemberBalance.@Nullable Burn b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.at().equals(b.at())
        ? new MemberBalance.Burn(a.at(), a.amount() + b.amount())
        : a.at().isBefore(b.at()) ? a : b;
  }

  /** Figures that a round trip brings. */
  public final class Asked {
    private final long merchantId;
    private final Instant at;
    private final Map<Long, MemberBalance> known = new LinkedHashMap<>();
    private final List<DueReader.Head> due = new ArrayList<>();

    private Asked(long merchantId, Instant at) {
      this.merchantId = merchantId;
      this.at = at;
    }

    private void take(ResultSet rows) throws SQLException {
      while (rows.next()) {
        DueReader.Head head = DueReader.Head.read(rows);
        if (at.isBefore(head.nextDue())) {
          known.put(head.id().accountId(), balance(head.id(), head.totals(), burn(rows)));
        } else {
          due.add(head);
        }
      }
    }

    /**
     * The figures, after the round trip has run.
     *
     * @param connection asked again, inside its transaction or a new one, only for accounts on
     *     which something is due that nobody has booked yet
     * @return in the order asked
     */
    public List<MemberBalance> read(Connection connection) {
      if (!due.isEmpty()) {
        RoundTrip merchant = new RoundTrip();
        PostgresLedger.setMerchant(merchant, merchantId);
        merchant.run(connection);
        DueReader.read(connection, due, DueReader.Extent.EVERY_OPEN_LOT, at).stream()
            .map(account -> ledger.mature(account, at).after())
            .forEach(
                account ->
                    known.put(
                        account.id().accountId(),
                        balance(account.id(), account.totals(), nextBurn(account))));
      }
      return List.copyOf(known.values());
    }
  }

  private static MemberBalance balance(
      AccountId id, Totals totals, MemberBalance.@Nullable Burn burn) {
    return new MemberBalance(
        id.accountId(),
        totals.balance(),
        totals.available(),
        totals.pending(),
        totals.held(),
        totals.debt(),
        burn);
  }

  private static MemberBalance.@Nullable Burn burn(ResultSet row) throws SQLException {
    return row.getObject(12) == null
        ? null
        : new MemberBalance.Burn(Rows.instant(row, 12), row.getLong(13));
  }

  private static MemberBalance.@Nullable Burn nextBurn(Account account) {
    TreeMap<Instant, Long> burns = new TreeMap<>();
    for (Lot lot : account.contents().lots()) {
      if (lot.status() == Lot.Status.ACTIVE && !lot.terms().expiresAt().equals(Times.NEVER)) {
        burns.merge(lot.terms().expiresAt(), lot.remaining(), Long::sum);
      }
    }
    return burns.isEmpty()
        ? null
        : new MemberBalance.Burn(burns.firstKey(), burns.firstEntry().getValue());
  }
}
