package io.kartela.service.till.scan;

import io.kartela.service.code.Cards;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Members whose phone only a cashier vouched for. Their wallet card was handed out at a till, which
 * knows its code and address; so whatever the card says is worth a phone number until a code has
 * come back that was sent for this very card. But for the minutes after the sign-up they stand at
 * that till, and what they have was given to them there. Stateless.
 */
final class Newcomers {
  private Newcomers() {}

  static Resolution judge(
      Connection c, RegisterPrincipal register, Resolution resolution, Instant at)
      throws SQLException {
    if (!(resolution instanceof Resolution.Found found)
        || found.presence() != Presence.CARD
        || !found.identifiedBy().equals(Cards.Kind.WALLET.name())) {
      return resolution;
    }
    String code = unconfirmed(c, register, found.memberId(), at);
    return code == null
        ? found
        : found.by(Presence.GIVEN_OUT, Cards.nameOf(register.merchantId(), code));
  }

  /** The member's card that a till gave out, if nobody confirmed it and it was not just here. */
  private static @Nullable String unconfirmed(
      Connection c, RegisterPrincipal register, long memberId, Instant at) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT k.code FROM kartela.card k JOIN kartela.member m USING (merchant_id, member_id)
            WHERE k.merchant_id = ? AND k.member_id = ? AND k.kind = 'WALLET' AND k.status = 'ACTIVE'
                AND NOT k.confirmed AND (m.signed_up_register = ? AND m.created_at > ?) IS NOT TRUE
            ORDER BY k.handed_over, k.created_at DESC LIMIT 1
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.setTimestamp(4, Timestamp.from(at.minus(SpendPermits.LIFE)));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : null;
      }
    }
  }
}
