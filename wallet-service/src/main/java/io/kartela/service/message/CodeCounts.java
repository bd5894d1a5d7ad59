package io.kartela.service.message;

import io.kartela.service.code.Phone;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one-time codes, in the database: they survive restarts and all nodes share them.
 * Every call costs the same, however many were counted before. Works in the caller's transaction.
 * Stateless.
 */
final class CodeCounts {
  /** Before another code may be asked for, for the same purpose. */
  static final Duration RESEND = Duration.ofSeconds(60);

  static final Duration DAY = Duration.ofHours(24);

  /** Wrong tries of a day after which a phone waits, and how long; the last wait ends the day. */
  private static final List<Wait> WAITS =
      List.of(
          new Wait(20, DAY),
          new Wait(15, Duration.ofHours(1)),
          new Wait(10, Duration.ofMinutes(10)));

  private record Wait(int wrong, Duration pause) {}

  /** Why no code goes out, and when to ask again. */
  record Refusal(Reason reason, Duration pause) {}

  /** What is used up. */
  enum Reason {
    RESEND,
    BLOCKED,
    PHONE,
    COUNTRY,
    SHOP
  }

  private record Row(
      Instant since, int sent, @Nullable Instant before, @Nullable Instant blockedUntil) {}

  /**
   * Counts a code that is about to be sent. After a refusal the caller's transaction must be rolled
   * back, and with it the count.
   */
  Optional<Refusal> send(
      Connection c,
      long merchantId,
      CodePurpose purpose,
      Phone phone,
      CodeLimits limits,
      Instant now)
      throws SQLException {
    List<Row> rows = count(c, merchantId, subjects(merchantId, purpose, phone), now);
    forgetOld(c, merchantId, now);
    Row person = rows.get(0);
    Instant blocked = person.blockedUntil;
    if (blocked != null && now.isBefore(blocked)) {
      return Optional.of(new Refusal(Reason.BLOCKED, Duration.between(now, blocked)));
    }
    Instant before = rows.get(1).before;
    if (before != null && now.isBefore(before.plus(RESEND))) {
      return Optional.of(new Refusal(Reason.RESEND, Duration.between(now, before.plus(RESEND))));
    }
    boolean foreign = !limits.home().contains(phone.region());
    return over(person, limits.perPhone(), Reason.PHONE, now)
        .or(
            () ->
                foreign
                    ? over(rows.get(2), limits.perForeignCountry(), Reason.COUNTRY, now)
                    : Optional.empty())
        .or(() -> over(rows.get(3), limits.perShop(), Reason.SHOP, now));
  }

  private static Optional<Refusal> over(Row row, int most, Reason reason, Instant now) {
    return row.sent > most
        ? Optional.of(new Refusal(reason, Duration.between(now, row.since.plus(DAY))))
        : Optional.empty();
  }

  /** From the narrowest to the widest; always in this order, so that two never wait in a circle. */
  private static List<String> subjects(long merchantId, CodePurpose purpose, Phone phone) {
    String own = purpose.counted();
    String person = person(merchantId, purpose, phone);
    return List.of(person, person + ":" + purpose, "country:" + phone.region() + own, "shop" + own);
  }

  private static String person(long merchantId, CodePurpose purpose, Phone phone) {
    byte[] hash = Tokens.sha256(merchantId + ":" + phone.e164());
    return "phone:" + HexFormat.of().formatHex(hash, 0, 16) + purpose.counted();
  }

  private static List<Row> count(Connection c, long merchantId, List<String> subjects, Instant now)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (String subject : subjects) {
      try (PreparedStatement s =
          c.prepareStatement(
              """
              INSERT INTO kartela.code_count AS k (merchant_id, subject, since, sent, last_at)
              VALUES (?, ?, ?, 1, ?)
              ON CONFLICT (merchant_id, subject) DO UPDATE SET
                  sent = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN 1 ELSE k.sent + 1 END,
                  wrong = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN 0 ELSE k.wrong END,
                  since = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN excluded.since
                      ELSE k.since END,
                  before_at = k.last_at, last_at = excluded.last_at
              RETURNING since, sent, before_at, blocked_until
              """)) {
        s.setLong(1, merchantId);
        s.setString(2, subject);
        s.setTimestamp(3, Timestamp.from(now));
        s.setTimestamp(4, Timestamp.from(now));
        try (ResultSet r = s.executeQuery()) {
          r.next();
          rows.add(
              new Row(
                  r.getTimestamp(1).toInstant(),
                  r.getInt(2),
                  instant(r.getTimestamp(3)),
                  instant(r.getTimestamp(4))));
        }
      }
    }
    return rows;
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** The code certainly did not go out: it does not count, and another may be asked for at once. */
  void takeBack(Connection c, long merchantId, CodePurpose purpose, Phone phone)
      throws SQLException {
    for (String subject : subjects(merchantId, purpose, phone)) {
      try (PreparedStatement s =
          c.prepareStatement(
              """
              UPDATE kartela.code_count SET sent = greatest(sent - 1, 0), last_at = before_at
              WHERE merchant_id = ? AND subject = ?
              """)) {
        s.setLong(1, merchantId);
        s.setString(2, subject);
        s.executeUpdate();
      }
    }
  }

  /** How long this phone's codes are not listened to; empty: they are. */
  Optional<Duration> blocked(
      Connection c, long merchantId, CodePurpose purpose, Phone phone, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT blocked_until FROM kartela.code_count
            WHERE merchant_id = ? AND subject = ? AND blocked_until > ? FOR UPDATE
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, person(merchantId, purpose, phone));
      s.setTimestamp(3, Timestamp.from(now));
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(Duration.between(now, r.getTimestamp(1).toInstant()))
            : Optional.empty();
      }
    }
  }

  /** Counts a wrong try; says how long the phone waits when that was one too many. */
  Optional<Duration> wrong(
      Connection c, long merchantId, CodePurpose purpose, Phone phone, Instant now)
      throws SQLException {
    String person = person(merchantId, purpose, phone);
    int wrong = countWrong(c, merchantId, person, now);
    Optional<Duration> pause =
        WAITS.stream()
            .filter(w -> w.wrong <= wrong)
            .findFirst()
            .filter(w -> wrong % 5 == 0)
            .map(Wait::pause);
    if (pause.isPresent()) {
      try (PreparedStatement s =
          c.prepareStatement(
              "UPDATE kartela.code_count SET blocked_until = ? WHERE merchant_id = ? AND subject ="
                  + " ?")) {
        s.setTimestamp(1, Timestamp.from(now.plus(pause.get())));
        s.setLong(2, merchantId);
        s.setString(3, person);
        s.executeUpdate();
      }
    }
    return pause;
  }

  private static int countWrong(Connection c, long merchantId, String person, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.code_count AS k (merchant_id, subject, since, wrong) VALUES (?, ?, ?, 1)
            ON CONFLICT (merchant_id, subject) DO UPDATE SET
                wrong = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN 1 ELSE k.wrong + 1 END,
                sent = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN 0 ELSE k.sent END,
                since = CASE WHEN k.since <= excluded.since - interval '24 hours' THEN excluded.since
                    ELSE k.since END
            RETURNING wrong
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, person);
      s.setTimestamp(3, Timestamp.from(now));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** A few of those that nobody counts any more, so that the table stays as big as two days. */
  private static void forgetOld(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.code_count WHERE merchant_id = ? AND subject IN
                (SELECT subject FROM kartela.code_count WHERE merchant_id = ? AND since < ?
                 ORDER BY since LIMIT 20 FOR UPDATE SKIP LOCKED)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(DAY).minus(DAY)));
      s.executeUpdate();
    }
  }
}
