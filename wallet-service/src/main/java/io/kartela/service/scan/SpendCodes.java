package io.kartela.service.scan;

import io.kartela.push.Delivery;
import io.kartela.push.mailbox.SmsGateway;
import io.kartela.push.mailbox.TextMessage;
import io.kartela.service.card.Phone;
import io.kartela.service.db.Database;
import io.kartela.service.http.Lang;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.http.RateLimit;
import io.kartela.service.http.Tokens;
import io.kartela.service.member.MemberRef;
import io.kartela.service.member.Members;
import io.kartela.service.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * One-time codes with which a member who was found by phone agrees to spend: six digits, five
 * minutes, five tries, for one register and one purchase. Thread-safe.
 */
final class SpendCodes {
  static final int RESEND_SECONDS = 60;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration PROVEN = Duration.ofMinutes(15);
  private static final int TRIES = 5;

  private final Database database;
  private final Members members;
  private final SmsGateway sms;
  private final InstantSource clock;
  private final RateLimit perMember = new RateLimit(5, Duration.ofMinutes(10));

  record Sent(String memberId, String phoneMasked, Instant expiresAt, int resendAfterSeconds) {}

  record Proven(String memberId, Instant provenUntil) {}

  /** What the transaction that counted the try has to say. */
  private sealed interface Proof {
    record Right(Instant until) implements Proof {}

    record Wrong(int triesLeft) implements Proof {}
  }

  SpendCodes(Database database, Members members, SmsGateway sms, InstantSource clock) {
    this.database = database;
    this.members = members;
    this.sms = sms;
    this.clock = clock;
  }

  Sent send(RegisterPrincipal register, String shopName, long memberId) {
    perMember.take(register.merchantId() + ":" + memberId);
    String code = Tokens.digits(6);
    Instant now = clock.instant();
    MemberRef member =
        database.inTenant(
            register.merchantId(),
            c -> {
              MemberRef found =
                  members
                      .find(c, register.merchantId(), memberId)
                      .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
              if (found.blocked()) {
                throw new Problem(ProblemCode.CARD_BLOCKED);
              }
              store(c, register, memberId, code, now);
              return found;
            });
    String text =
        member.locale() == Lang.RU
            ? code + " — код, чтобы оплатить бонусами в «" + shopName + "». Назовите его кассиру."
            : code + " is your code to pay with bonuses at " + shopName + ". Tell it the cashier.";
    String key = "spend-" + register.registerId() + "-" + memberId + "-" + now.toEpochMilli();
    if (!(sms.send(new TextMessage(member.phone(), text, key)) instanceof Delivery.Delivered)) {
      throw new Problem(ProblemCode.SMS_UNAVAILABLE);
    }
    return new Sent(
        Long.toString(memberId),
        new Phone(member.phone()).masked(),
        now.plus(LIFE),
        RESEND_SECONDS);
  }

  private static void store(
      Connection c, RegisterPrincipal register, long memberId, String code, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.spend_code (merchant_id, member_id, register_id, code_hash, tries_left, sent_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, member_id, register_id) DO UPDATE SET code_hash = excluded.code_hash,
                tries_left = excluded.tries_left, sent_at = excluded.sent_at, expires_at = excluded.expires_at
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.setBytes(4, hash(register, memberId, code));
      s.setInt(5, TRIES);
      s.setTimestamp(6, Timestamp.from(now));
      s.setTimestamp(7, Timestamp.from(now.plus(LIFE)));
      s.executeUpdate();
    }
  }

  /** The code was right: the register may spend this member's bonuses once. */
  Proven confirm(RegisterPrincipal register, long memberId, String code) {
    Proof proof =
        database.inTenant(
            register.merchantId(),
            c -> prove(c, register, memberId, code.replaceAll("[^0-9]", "")));
    return switch (proof) {
      case Proof.Right(Instant until) -> new Proven(Long.toString(memberId), until);
      case Proof.Wrong(int left) -> throw new Problem(ProblemCode.CODE_WRONG, left);
    };
  }

  private Proof prove(Connection c, RegisterPrincipal register, long memberId, String code)
      throws SQLException {
    Instant now = clock.instant();
    int left;
    boolean right;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code_hash, tries_left, expires_at, proven_until FROM kartela.spend_code
            WHERE merchant_id = ? AND member_id = ? AND register_id = ? FOR UPDATE
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.SPEND_CODE_NOT_FOUND);
        }
        left = r.getInt("tries_left");
        right = Tokens.same(r.getBytes("code_hash"), hash(register, memberId, code));
        Timestamp proven = r.getTimestamp("proven_until");
        if (right && left <= 0 && proven != null && now.isBefore(proven.toInstant())) {
          // The answer was lost on its way: asked again, it is the same.
          return new Proof.Right(proven.toInstant());
        }
        if (left <= 0 || !now.isBefore(r.getTimestamp("expires_at").toInstant())) {
          throw new Problem(ProblemCode.CODE_EXPIRED);
        }
      }
    }
    Instant until = now.plus(PROVEN).truncatedTo(ChronoUnit.MILLIS);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.spend_code SET tries_left = ?, proven_until = coalesce(?, proven_until)
            WHERE merchant_id = ? AND member_id = ? AND register_id = ?
            """)) {
      // A code that was right is used up.
      s.setInt(1, right ? 0 : left - 1);
      s.setTimestamp(2, right ? Timestamp.from(until) : null);
      s.setLong(3, register.merchantId());
      s.setLong(4, memberId);
      s.setLong(5, register.registerId());
      s.executeUpdate();
    }
    return right ? new Proof.Right(until) : new Proof.Wrong(left - 1);
  }

  private static byte[] hash(RegisterPrincipal register, long memberId, String code) {
    return Tokens.sha256(register.registerId() + ":" + memberId + ":" + code);
  }
}
