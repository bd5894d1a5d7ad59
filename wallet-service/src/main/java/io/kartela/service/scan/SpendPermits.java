package io.kartela.service.scan;

import io.kartela.service.http.ProblemCode;
import io.kartela.service.store.RegisterPrincipal;
import io.kartela.service.store.TillSettings;
import io.kartela.service.store.TillSettings.PhoneSpending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a register may spend a member's bonuses, by how it last found the member. Works in the
 * caller's transaction. Stateless.
 */
public final class SpendPermits {
  /** A scan counts for the shift that it was made in. */
  private static final Duration SHIFT = Duration.ofHours(24);

  /**
   * An answer.
   *
   * @param refusal why not; empty when the register may
   * @param byCode it may because of a code, which is used up by the purchase
   */
  public record Verdict(Optional<ProblemCode> refusal, boolean byCode) {
    static final Verdict FREE = new Verdict(Optional.empty(), false);
  }

  /** Whether the register may spend. */
  public Verdict verdict(
      Connection c, RegisterPrincipal register, long memberId, TillSettings settings, Instant now)
      throws SQLException {
    if (settings.phoneSpending() == PhoneSpending.FREE && !settings.scanRequired()) {
      return Verdict.FREE;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT
                (SELECT medium FROM kartela.scan WHERE merchant_id = ? AND member_id = ? AND register_id = ?
                    AND outcome = 'FOUND' AND at > ? ORDER BY at DESC, scan_id DESC LIMIT 1),
                (SELECT proven_until > ? FROM kartela.spend_code
                    WHERE merchant_id = ? AND member_id = ? AND register_id = ?)
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.setTimestamp(4, Timestamp.from(now.minus(SHIFT)));
      s.setTimestamp(5, Timestamp.from(now));
      s.setLong(6, register.merchantId());
      s.setLong(7, memberId);
      s.setLong(8, register.registerId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return verdict(r.getString(1), r.getBoolean(2), settings);
      }
    }
  }

  private static Verdict verdict(@Nullable String medium, boolean proven, TillSettings settings) {
    if (medium == null) {
      return settings.scanRequired() && !proven
          ? new Verdict(Optional.of(ProblemCode.SPENDING_NEEDS_CARD), false)
          : new Verdict(Optional.empty(), proven);
    }
    return medium.equals("PHONE")
        ? new Verdict(byPhone(settings.phoneSpending(), proven), proven)
        : Verdict.FREE;
  }

  /** What a phone number alone allows. */
  public static Optional<ProblemCode> byPhone(PhoneSpending rule, boolean proven) {
    return switch (rule) {
      case FREE -> Optional.empty();
      case CODE -> proven ? Optional.empty() : Optional.of(ProblemCode.SPENDING_NEEDS_CODE);
      case NEVER -> Optional.of(ProblemCode.SPENDING_NEEDS_CARD);
    };
  }

  /** The proof was for one purchase. */
  public void use(Connection c, RegisterPrincipal register, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.spend_code SET proven_until = NULL WHERE merchant_id = ? AND member_id"
                + " = ? AND register_id = ? AND proven_until IS NOT NULL")) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.executeUpdate();
    }
  }
}
