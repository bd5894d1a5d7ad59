package io.kartela.service.member;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.PurchaseWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases add up to: totals, sums by day, the tier. Written under the account's
 * lock, which serialises a member's purchases. Parts of round trips; stateless.
 */
public final class Standings {
  private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

  /**
   * Adds up the purchases of a window: whole days from the sums by day, the two broken days from
   * their receipts. The cost is bounded by the days of the window, however many receipts there are.
   *
   * @param zone the merchant's zone, in which days are kept
   */
  public Answer<Facts.Purchases> sums(
      RoundTrip trip, long merchantId, long memberId, PurchaseWindow.Range range, ZoneId zone) {
    Instant from = range.from() == null ? BEGINNING : range.from();
    Instant until = range.until();
    LocalDate firstDay = from.atZone(zone).toLocalDate();
    LocalDate lastDay = until.atZone(zone).toLocalDate();
    Instant firstEnd = min(firstDay.plusDays(1).atStartOfDay(zone).toInstant(), until);
    Instant lastStart = max(lastDay.atStartOfDay(zone).toInstant(), firstEnd);
    return trip.query(
        """
        SELECT coalesce(sum(amount), 0), coalesce(sum(receipts), 0), coalesce(max(largest), 0) FROM (
            SELECT amount, receipts, largest FROM kartela.member_day
            WHERE merchant_id = ? AND member_id = ? AND day > ?::date AND day < ?::date
            UNION ALL
            SELECT counted - counted_back, CASE WHEN counted > counted_back THEN 1 ELSE 0 END, counted - counted_back
            FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?
            UNION ALL
            SELECT counted - counted_back, CASE WHEN counted > counted_back THEN 1 ELSE 0 END, counted - counted_back
            FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?) s
        """,
        p ->
            p.set(merchantId)
                .set(memberId)
                .set(firstDay.toString())
                .set(lastDay.toString())
                .set(merchantId)
                .set(memberId)
                .set(from)
                .set(firstEnd)
                .set(merchantId)
                .set(memberId)
                .set(lastStart)
                .set(max(until, lastStart)),
        r -> {
          r.next();
          return new Facts.Purchases(r.getLong(1), r.getLong(2), r.getLong(3));
        });
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /**
   * Books a purchase.
   *
   * @param counted what counts towards tiers and sums, minor units
   * @param tier the tier after it
   */
  public void purchased(
      RoundTrip trip,
      long merchantId,
      long memberId,
      long counted,
      Instant at,
      ZoneId zone,
      String tier,
      Instant now) {
    trip.update(
        """
        UPDATE kartela.member_standing SET purchases = purchases + 1, spent_total = spent_total + ?,
            largest = greatest(largest, ?), first_purchase_at = least(first_purchase_at, ?),
            last_purchase_at = greatest(last_purchase_at, ?),
            tier_since = CASE WHEN tier = ? THEN tier_since ELSE ? END, tier = ?
        WHERE merchant_id = ? AND member_id = ?
        """,
        p ->
            p.set(counted)
                .set(counted)
                .set(at)
                .set(at)
                .set(tier)
                .set(now)
                .set(tier)
                .set(merchantId)
                .set(memberId));
    trip.update(
        """
        INSERT INTO kartela.member_day AS d (merchant_id, member_id, day, amount, receipts, largest)
        VALUES (?, ?, ?::date, ?, 1, ?)
        ON CONFLICT (merchant_id, member_id, day) DO UPDATE SET amount = d.amount + excluded.amount,
            receipts = d.receipts + 1, largest = greatest(d.largest, excluded.largest)
        """,
        p ->
            p.set(merchantId)
                .set(memberId)
                .set(at.atZone(zone).toLocalDate().toString())
                .set(counted)
                .set(counted));
  }

  /**
   * Takes a returned amount off again. The receipt itself must have been changed before in the same
   * transaction: the day's largest purchase is looked up anew.
   *
   * @param boughtAt when the receipt was
   * @param wholly nothing of the receipt is left
   */
  public void returned(
      RoundTrip trip,
      long merchantId,
      long memberId,
      long counted,
      boolean wholly,
      Instant boughtAt,
      ZoneId zone) {
    LocalDate day = boughtAt.atZone(zone).toLocalDate();
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    long one = wholly ? 1 : 0;
    trip.update(
        """
        UPDATE kartela.member_day d SET amount = amount - ?, receipts = receipts - ?,
            largest = (SELECT coalesce(max(counted - counted_back), 0) FROM kartela.receipt r
                WHERE r.merchant_id = d.merchant_id AND r.member_id = d.member_id AND r.at >= ? AND r.at < ?)
        WHERE merchant_id = ? AND member_id = ? AND day = ?::date
        """,
        p ->
            p.set(counted)
                .set(one)
                .set(start)
                .set(end)
                .set(merchantId)
                .set(memberId)
                .set(day.toString()));
    trip.update(
        """
        UPDATE kartela.member_standing s SET spent_total = spent_total - ?, purchases = purchases - ?,
            largest = (SELECT coalesce(max(largest), 0) FROM kartela.member_day d
                WHERE d.merchant_id = s.merchant_id AND d.member_id = s.member_id),
            first_purchase_at = CASE WHEN purchases - ? > 0 THEN first_purchase_at END,
            last_purchase_at = CASE WHEN purchases - ? > 0 THEN last_purchase_at END
        WHERE merchant_id = ? AND member_id = ?
        """,
        p -> p.set(counted).set(one).set(one).set(one).set(merchantId).set(memberId));
  }

  /** Sets a tier; nothing happens when it is held already. */
  public void setTier(RoundTrip trip, long merchantId, long memberId, String tier, Instant now) {
    trip.update(
        """
        UPDATE kartela.member_standing SET tier = ?, tier_since = ?
        WHERE merchant_id = ? AND member_id = ? AND tier <> ?
        """,
        p -> p.set(tier).set(now).set(merchantId).set(memberId).set(tier));
  }

  /** A member's state between monthly recomputations, and the state before the last one. */
  public record Recomputed(
      @Nullable String floor,
      @Nullable LocalDate on,
      @Nullable String beforeTier,
      @Nullable LocalDate beforeGrace,
      @Nullable LocalDate beforeRun) {}

  public Answer<Recomputed> recomputed(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        """
        SELECT tier_floor, recomputed_on, before_tier, before_grace, before_run
        FROM kartela.member_standing WHERE merchant_id = ? AND member_id = ?
        """,
        p -> p.set(merchantId).set(memberId),
        r ->
            r.next()
                ? new Recomputed(
                    r.getString(1),
                    r.getObject(2, LocalDate.class),
                    r.getString(3),
                    r.getObject(4, LocalDate.class),
                    r.getObject(5, LocalDate.class))
                : new Recomputed(null, null, null, null, null));
  }
}
