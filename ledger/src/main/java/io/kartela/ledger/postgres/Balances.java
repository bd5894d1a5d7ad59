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

  private static final String PAYABLE =
      """
      select case when a.debt > 0 then 0 else
          (select coalesce(sum(l.remaining - l.held), 0) from ledger.lot l
            where l.merchant_id = a.merchant_id and l.account_id = a.account_id and l.status = 'ACTIVE'
              and l.active_from <= ? and l.expires_at > ?)
          + (select coalesce(sum(l.remaining), 0) from ledger.lot l
            where l.merchant_id = a.merchant_id and l.account_id = a.account_id and l.status = 'PENDING'
              and l.active_from <= ? and l.expires_at > ?) end
        + (select coalesce(sum(l.expired), 0) from ledger.lot l
          where l.merchant_id = a.merchant_id and l.account_id = a.account_id and l.expired > 0
            and l.expires_at > ? and l.active_from <= ?)
      from ledger.account a where a.merchant_id = ? and a.account_id = ?\
      """;

  private static final String HOLD =
      """
      select (select sum(x.amount)::bigint from unnest(h.amounts) as x(amount)) from ledger.hold h
      where h.merchant_id = ? and h.account_id = ? and h.hold_id = ? and h.status = 'OPEN' and h.expires_at > ?\
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
   * What a payment of an earlier moment could take now, what has burned since included; see {@code
   * Ledger.payable}. Nothing is locked.
   */
  public Answer<Long> payable(RoundTrip trip, AccountId id, Instant at) {
    Instant moment = Times.micros(at);
    return trip.query(
        PAYABLE,
        p -> {
          for (int i = 0; i < 6; i++) {
            p.set(moment);
          }
          p.set(id.merchantId()).set(id.accountId());
        },
        rows -> rows.next() ? rows.getLong(1) : 0L);
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
