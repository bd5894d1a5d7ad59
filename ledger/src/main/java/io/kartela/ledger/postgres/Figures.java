package io.kartela.ledger.postgres;

import io.kartela.ledger.Times;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures over all members of a merchant. They are added up from the open lots, so they are exact
 * at any instant; there is no total row on which all tills would wait. One index-only pass over the
 * open lots: made for reports and jobs, not for the hot path. Thread-safe.
 */
public final class Figures {
  private static final String LIABILITY =
      """
      select coalesce(sum(l.remaining) filter (where l.active_from <= ?), 0)::bigint,
        coalesce(sum(l.remaining) filter (where l.active_from > ?), 0)::bigint,
        (select coalesce(sum(x.amount), 0)::bigint from ledger.hold h, unnest(h.amounts) as x(amount)
          where h.merchant_id = ? and h.status = 'OPEN' and h.expires_at > ?),
        (select coalesce(sum(a.debt), 0)::bigint from ledger.account a where a.merchant_id = ? and a.debt > 0),
        count(distinct l.account_id)
      from ledger.lot l
      where l.merchant_id = ? and l.status in ('PENDING', 'ACTIVE') and l.expires_at > ?\
      """;

  private static final String BURNS =
      """
      select l.expires_at, sum(l.remaining)::bigint, count(distinct l.account_id)
      from ledger.lot l
      where l.merchant_id = ? and l.status in ('PENDING', 'ACTIVE') and l.expires_at > ? and l.expires_at <= ?
      group by l.expires_at order by l.expires_at\
      """;

  /** What the merchant owes at {@code now}. */
  public Liability liability(Connection connection, long merchantId, Instant now) {
    Instant at = Times.micros(now);
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, merchantId);
    Answer<Liability> answer =
        trip.query(
            LIABILITY,
            p -> p.set(at).set(at).set(merchantId).set(at).set(merchantId).set(merchantId).set(at),
            rows -> {
              rows.next();
              return new Liability(
                  rows.getLong(1),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getLong(5));
            });
    trip.run(connection);
    return answer.get();
  }

  /** What burns after {@code now} and not later than {@code until}, by instant. */
  public List<BurnForecast> burnsSoon(
      Connection connection, long merchantId, Instant now, Instant until) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, merchantId);
    Answer<List<BurnForecast>> answer =
        trip.query(
            BURNS,
            p -> p.set(merchantId).set(Times.micros(now)).set(Times.micros(until)),
            rows -> {
              List<BurnForecast> list = new ArrayList<>();
              while (rows.next()) {
                list.add(new BurnForecast(Rows.instant(rows, 1), rows.getLong(2), rows.getLong(3)));
              }
              return list;
            });
    trip.run(connection);
    return answer.get();
  }
}
