package io.kartela.service.till.scan;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.shop.store.TillSettings.PhoneSpending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a register may spend a member's bonuses, by how it last found the member: a card that it
 * read within the last minutes, or a code that the member told, which is good for one spending.
 * Works in the caller's transaction. Stateless.
 */
public final class SpendPermits {
  /**
   * How long a read card and a confirmed code stand for the member; neither for what was before.
   */
  public static final Duration LIFE = Duration.ofMinutes(15);

  /** A receipt may be dated a moment before the scan that it rests on. */
  static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * An answer.
   *
   * @param refusal why not; empty when the register may
   * @param byCode it may because of a code, which is used up by the purchase
   */
  public record Verdict(Optional<ProblemCode> refusal, boolean byCode) {
    static final Verdict FREE = new Verdict(Optional.empty(), false);
  }

  /**
   * Whether the register may spend at this time. The code stays locked until the transaction ends,
   * so that of two purchases one sees what the other used up.
   */
  public Answer<Verdict> ask(
      RoundTrip trip,
      RegisterPrincipal register,
      long memberId,
      TillSettings settings,
      Instant at) {
    if (settings.phoneSpending() == PhoneSpending.FREE && !settings.scanRequired()) {
      return trip.known(Verdict.FREE);
    }
    return trip.query(
        """
        WITH code AS (SELECT proven_until FROM kartela.spend_code
            WHERE merchant_id = ? AND member_id = ? AND register_id = ? FOR UPDATE)
        SELECT (SELECT presence FROM kartela.scan
                WHERE merchant_id = ? AND member_id = ? AND register_id = ? AND outcome = 'FOUND'
                    AND at > ? AND at < ? ORDER BY at DESC, scan_id DESC LIMIT 1),
            (SELECT proven_until > ? AND proven_until < ? FROM code)
        """,
        p ->
            p.set(register.merchantId())
                .set(memberId)
                .set(register.registerId())
                .set(register.merchantId())
                .set(memberId)
                .set(register.registerId())
                .set(at.minus(LIFE))
                .set(at.plus(SKEW))
                .set(at)
                .set(at.plus(LIFE).plus(SKEW)),
        rows -> read(rows, settings));
  }

  private static Verdict read(ResultSet rows, TillSettings settings) throws SQLException {
    rows.next();
    String presence = rows.getString(1);
    return verdict(
        presence == null ? null : Presence.valueOf(presence), rows.getBoolean(2), settings);
  }

  private static Verdict verdict(
      @Nullable Presence presence, boolean proven, TillSettings settings) {
    if (presence == null && !settings.scanRequired()) {
      return new Verdict(Optional.empty(), proven);
    }
    if (presence == null && !proven) {
      return new Verdict(Optional.of(ProblemCode.SPENDING_NEEDS_CARD), false);
    }
    Presence rests = presence == null ? Presence.FOUND : presence;
    PhoneSpending rule = rests.spending(settings);
    return new Verdict(refusal(rule, proven), proven && rule == PhoneSpending.CODE);
  }

  /** What a rule says of who has told a code or has not. */
  public static Optional<ProblemCode> refusal(PhoneSpending rule, boolean proven) {
    return switch (rule) {
      case FREE -> Optional.empty();
      case CODE -> proven ? Optional.empty() : Optional.of(ProblemCode.SPENDING_NEEDS_CODE);
      case NEVER -> Optional.of(ProblemCode.SPENDING_NEEDS_CARD);
    };
  }

  /** The proof was for one spending, which is a part of the same transaction. */
  public void use(RoundTrip trip, RegisterPrincipal register, long memberId) {
    trip.update(
        "UPDATE kartela.spend_code SET proven_until = NULL WHERE merchant_id = ? AND member_id"
            + " = ? AND register_id = ?",
        p -> p.set(register.merchantId()).set(memberId).set(register.registerId()));
  }
}
