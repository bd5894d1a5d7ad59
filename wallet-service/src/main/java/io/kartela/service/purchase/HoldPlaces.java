package io.kartela.service.purchase;

import io.kartela.ledger.Hold;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * At which register a hold was placed. A hold needed the proof that the member is there, and stands
 * for it: whoever has only its identifier must not spend it at another till. Stateless.
 */
public final class HoldPlaces {
  public static final int BATCH = 5_000;

  /** Longer than any hold lives and receipts without network are waited for. */
  private static final Duration KEEP = Duration.ofDays(60);

  private HoldPlaces() {}

  static void write(RoundTrip trip, RegisterPrincipal register, long memberId, Hold hold) {
    trip.update(
        """
        INSERT INTO kartela.hold_place (merchant_id, member_id, hold_id, register_id, expires_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        p ->
            p.set(register.merchantId())
                .set(memberId)
                .set(hold.id())
                .set(register.registerId())
                .set(hold.expiresAt()));
  }

  /** Whether it was placed at this register, or before places were written down. */
  static Answer<Boolean> isHere(
      RoundTrip trip, RegisterPrincipal register, long memberId, long holdId) {
    return holdId == 0
        ? trip.known(true)
        : trip.query(
            "SELECT register_id FROM kartela.hold_place WHERE merchant_id = ? AND member_id = ? AND"
                + " hold_id = ?",
            p -> p.set(register.merchantId()).set(memberId).set(holdId),
            rows -> !rows.next() || rows.getLong(1) == register.registerId());
  }

  /** Forgets at most a batch of those that are long over; how many that were. */
  public static int cleanUp(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.hold_place WHERE merchant_id = ? AND (member_id, hold_id) IN
                (SELECT member_id, hold_id FROM kartela.hold_place WHERE merchant_id = ? AND expires_at < ?
                 ORDER BY expires_at LIMIT ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(KEEP)));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
