package io.kartela.service.member.standing;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.PurchaseWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member's purchases add up to: totals, sums by day, the tier. Written under the account's
 * lock, which serialises a member's purchases. Parts of round trips; stateless.
 */
public final class Standings {
  private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

  /**
   * Adds up the purchases of a window: whole days from the sums by day, the broken days at its ends
   * from their receipts. The last day – usually today – is taken whole, less what came after the
   * window, so the cost depends neither on how many receipts there are nor on how many today.
   *
   * @param zone the merchant's zone, in which days are kept
   */
  public Answer<Facts.Purchases> sums(
      RoundTrip trip, long merchantId, long memberId, PurchaseWindow.Range range, ZoneId zone) {
    Instant from = range.from() == null ? BEGINNING : range.from();
    Instant until = range.until();
    LocalDate firstDay = from.atZone(zone).toLocalDate();
    LocalDate lastDay = until.atZone(zone).toLocalDate();
    Instant firstStart = firstDay.atStartOfDay(zone).toInstant();
    Instant lastStart = lastDay.atStartOfDay(zone).toInstant();
    Instant lastEnd = lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    boolean oneDay = firstDay.equals(lastDay);
    // A window from midnight has no broken first day; one within a day is read from its receipts.
    Instant firstEnd = oneDay ? until : firstDay.plusDays(1).atStartOfDay(zone).toInstant();
    boolean wholeFirst = !oneDay && from.equals(firstStart);
    LocalDate lastSummed = oneDay || until.equals(lastStart) ? null : lastDay;
    return trip.query(
        """
        SELECT coalesce(sum(amount), 0), coalesce(sum(receipts), 0), coalesce(max(largest), 0) FROM (
            SELECT amount, receipts, largest FROM kartela.member_day
            WHERE merchant_id = ? AND member_id = ? AND day >= ?::date AND day < ?::date
            UNION ALL
            SELECT counted - counted_back, CASE WHEN undone THEN 0 ELSE 1 END, counted - counted_back
            FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?
            UNION ALL
            SELECT d.amount - l.amount, d.receipts - l.receipts, CASE WHEN l.largest >= d.largest THEN
                (SELECT max(counted - counted_back) FROM kartela.receipt
                 WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?) ELSE d.largest END
            FROM kartela.member_day d, LATERAL (
                SELECT coalesce(sum(counted - counted_back), 0) AS amount, count(*) FILTER (WHERE NOT undone) AS receipts,
                    max(counted - counted_back) AS largest
                FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?) l
            WHERE d.merchant_id = ? AND d.member_id = ? AND d.day = ?::date) s
        """,
        p ->
            p.set(merchantId)
                .set(memberId)
                .set((wholeFirst ? firstDay : firstDay.plusDays(1)).toString())
                .set(lastDay.toString())
                .set(merchantId)
                .set(memberId)
                .set(from)
                .set(wholeFirst ? from : firstEnd)
                .set(merchantId)
                .set(memberId)
                .set(lastStart)
                .set(until)
                .set(merchantId)
                .set(memberId)
                .set(until)
                .set(lastEnd)
                .set(merchantId)
                .set(memberId)
                .set(lastSummed == null ? null : lastSummed.toString()),
        r -> {
          r.next();
          return new Facts.Purchases(r.getLong(1), r.getLong(2), r.getLong(3));
        });
  }

  /** When the member bought last up to a moment, for receipts that come late. */
  public Answer<Optional<Instant>> lastBefore(
      RoundTrip trip, long merchantId, long memberId, Instant at) {
    return trip.query(
        """
        SELECT at FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at <= ? AND NOT undone
        ORDER BY at DESC LIMIT 1
        """,
        p -> p.set(merchantId).set(memberId).set(at),
        r -> r.next() ? Optional.of(r.getTimestamp(1).toInstant()) : Optional.empty());
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
   * A return.
   *
   * @param boughtAt when the receipt was
   * @param counted what came back now, as purchases are counted
   * @param before what the receipt counted before it
   * @param wholly nothing of the receipt is left
   */
  public record Returned(
      long merchantId,
      long memberId,
      Instant boughtAt,
      long counted,
      long before,
      boolean wholly) {}

  /**
   * Takes a returned amount off again. The receipt itself must have been changed before in the same
   * transaction. The largest purchase is looked up anew only when it may have been this one.
   */
  public void returned(RoundTrip trip, Returned back, ZoneId zone) {
    LocalDate day = back.boughtAt.atZone(zone).toLocalDate();
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    long one = back.wholly ? 1 : 0;
    trip.update(
        """
        UPDATE kartela.member_day d SET amount = amount - ?, receipts = receipts - ?,
            largest = CASE WHEN largest > ? THEN largest ELSE
                (SELECT coalesce(max(counted - counted_back), 0) FROM kartela.receipt r
                 WHERE r.merchant_id = d.merchant_id AND r.member_id = d.member_id AND r.at >= ? AND r.at < ?) END
        WHERE merchant_id = ? AND member_id = ? AND day = ?::date
        """,
        p ->
            p.set(back.counted)
                .set(one)
                .set(back.before)
                .set(start)
                .set(end)
                .set(back.merchantId)
                .set(back.memberId)
                .set(day.toString()));
    trip.update(
        """
        UPDATE kartela.member_standing s SET spent_total = spent_total - ?, purchases = purchases - ?,
            largest = CASE WHEN largest > ? THEN largest ELSE
                (SELECT coalesce(max(largest), 0) FROM kartela.member_day d
                 WHERE d.merchant_id = s.merchant_id AND d.member_id = s.member_id) END
        WHERE merchant_id = ? AND member_id = ?
        """,
        p -> p.set(back.counted).set(one).set(back.before).set(back.merchantId).set(back.memberId));
    if (back.wholly) {
      forget(trip, back);
    }
  }

  /** A purchase that is undone is neither the first nor the last any more. */
  private static void forget(RoundTrip trip, Returned back) {
    trip.update(
        """
        UPDATE kartela.member_standing s SET
            first_purchase_at = CASE WHEN first_purchase_at < ? THEN first_purchase_at ELSE
                (SELECT r.at FROM kartela.receipt r WHERE r.merchant_id = s.merchant_id
                 AND r.member_id = s.member_id AND NOT r.undone ORDER BY r.at LIMIT 1) END,
            last_purchase_at = CASE WHEN last_purchase_at > ? THEN last_purchase_at ELSE
                (SELECT r.at FROM kartela.receipt r WHERE r.merchant_id = s.merchant_id
                 AND r.member_id = s.member_id AND NOT r.undone ORDER BY r.at DESC LIMIT 1) END
        WHERE merchant_id = ? AND member_id = ?
        """,
        p -> p.set(back.boughtAt).set(back.boughtAt).set(back.merchantId).set(back.memberId));
  }

  /**
   * Adds what one member's purchases come to to another's, who stays.
   *
   * @param itsTier the one who goes holds the better tier: it is kept with all that belongs to it
   */
  public void merge(RoundTrip trip, long merchantId, long from, long into, boolean itsTier) {
    trip.update(
        """
        UPDATE kartela.member_standing t SET purchases = t.purchases + s.purchases,
            spent_total = t.spent_total + s.spent_total, largest = greatest(t.largest, s.largest),
            first_purchase_at = least(t.first_purchase_at, s.first_purchase_at),
            last_purchase_at = greatest(t.last_purchase_at, s.last_purchase_at)\
        """
            + (itsTier
                ? ", tier = s.tier, tier_since = s.tier_since, tier_floor = s.tier_floor,"
                    + " grace_until = s.grace_until, recomputed_on = s.recomputed_on,"
                    + " before_tier = s.before_tier, before_grace = s.before_grace,"
                    + " before_run = s.before_run"
                : "")
            + """

            FROM kartela.member_standing s
            WHERE t.merchant_id = ? AND t.member_id = ? AND s.merchant_id = ? AND s.member_id = ?
            """,
        p -> p.set(merchantId).set(into).set(merchantId).set(from));
    trip.update(
        """
        INSERT INTO kartela.member_day AS d (merchant_id, member_id, day, amount, receipts, largest)
        SELECT merchant_id, ?, day, amount, receipts, largest FROM kartela.member_day
        WHERE merchant_id = ? AND member_id = ?
        ON CONFLICT (merchant_id, member_id, day) DO UPDATE SET amount = d.amount + excluded.amount,
            receipts = d.receipts + excluded.receipts, largest = greatest(d.largest, excluded.largest)
        """,
        p -> p.set(into).set(merchantId).set(from));
    trip.update(
        "DELETE FROM kartela.member_day WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
    // Without a standing nobody meets this member any more: no list, no campaign, no till.
    trip.update(
        "DELETE FROM kartela.member_standing WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
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
