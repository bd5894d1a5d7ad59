package io.kartela.service.till.scan;

import io.kartela.service.code.Cards;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Members whose phone only a cashier vouched for. Their wallet card was handed out at a till, so it
 * is worth a phone number until a code that was sent there has come back; but for the minutes after
 * the sign-up they stand at that till, and what they have was given to them there. Stateless.
 */
final class Newcomers {
  private Newcomers() {}

  static Resolution judge(
      Connection c, RegisterPrincipal register, Resolution resolution, Instant at)
      throws SQLException {
    return resolution instanceof Resolution.Found found
            && found.presence() == Presence.CARD
            && found.identifiedBy().equals(Cards.Kind.WALLET.name())
            && !isProven(c, register, found.member().id(), at)
        ? found.by(Presence.GIVEN_OUT, null)
        : resolution;
  }

  private static boolean isProven(
      Connection c, RegisterPrincipal register, long memberId, Instant at) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT phone_confirmed OR (signed_up_register = ? AND created_at > ?) FROM kartela.member
            WHERE merchant_id = ? AND member_id = ?
            """)) {
      s.setLong(1, register.registerId());
      s.setTimestamp(2, Timestamp.from(at.minus(SpendPermits.LIFE)));
      s.setLong(3, register.merchantId());
      s.setLong(4, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }
}
