package io.kartela.service.message.proof;

import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.member.profile.SignUpProofs.State;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts to prove a phone. In the caller's transaction, confined to the merchant. Stateless. */
final class ProofTable {
  private static final Duration KEPT = Duration.ofHours(24);

  /** Nobody asks the vendor more often of the same call, however many pages ask us. */
  private static final Duration ASK_EVERY = Duration.ofSeconds(2);

  /** What was proven in the last second is of use, too. */
  private static final Duration TO_BE_USED = Duration.ofMinutes(2);

  private static final HexFormat HEX = HexFormat.of();

  private static final String ROW =
      "SELECT proof_id, phone, lang, way, secret, chat, bound_at, check_id, state, expires_at FROM"
          + " kartela.phone_proof WHERE merchant_id = ? AND ";

  private ProofTable() {}

  /** An attempt that begins. */
  record Begun(
      long id,
      CodePurpose purpose,
      String phone,
      Lang lang,
      ProofWay way,
      String secret,
      @Nullable String token,
      @Nullable String checkId,
      Instant expires) {
    /** Without the secrets. */
    @Override
    public String toString() {
      return "proof " + id;
    }
  }

  /** An attempt as it stands. */
  record Row(
      long id,
      String phone,
      Lang lang,
      ProofWay way,
      String secretHash,
      @Nullable String chat,
      @Nullable Instant boundAt,
      @Nullable String checkId,
      State state,
      Instant expires) {
    /** Told in constant time. */
    boolean isOf(String secret) {
      return Tokens.same(HEX.parseHex(secretHash), Tokens.sha256(secret));
    }

    boolean isWaiting(Instant now) {
      return state == State.WAITING && now.isBefore(expires);
    }

    /** The phone stays out of logs. */
    @Override
    public String toString() {
      return "proof " + id;
    }
  }

  static void insert(Connection c, long merchantId, Begun b, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.phone_proof (merchant_id, proof_id, purpose, phone, lang, way, secret, token, check_id,
                created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, b.id);
      s.setString(3, b.purpose.name());
      s.setString(4, b.phone);
      s.setString(5, b.lang.tag());
      s.setString(6, b.way.name());
      s.setBytes(7, Tokens.sha256(b.secret));
      s.setBytes(8, b.token == null ? null : Tokens.sha256(b.token));
      s.setString(9, b.checkId);
      s.setTimestamp(10, Timestamp.from(now));
      s.setTimestamp(11, Timestamp.from(b.expires));
      s.executeUpdate();
    }
  }

  /** How many were begun for a phone, or by a way, since then. */
  static int begun(
      Connection c, long merchantId, @Nullable String phone, @Nullable ProofWay way, Instant since)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) FROM kartela.phone_proof
            WHERE merchant_id = ? AND created_at > ? AND (?::text IS NULL OR phone = ?) AND (?::text IS NULL OR way = ?)
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(since));
      s.setString(3, phone);
      s.setString(4, phone);
      s.setString(5, way == null ? null : way.name());
      s.setString(6, way == null ? null : way.name());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** The attempt; nobody changes it before the transaction ends. */
  static Optional<Row> held(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ROW + "proof_id = ? FOR UPDATE")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      return one(s);
    }
  }

  /** The attempt whose link this is from. */
  static Optional<Row> byToken(Connection c, long merchantId, ProofWay way, String token)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ROW + "way = ? AND token = ? FOR UPDATE")) {
      s.setLong(1, merchantId);
      s.setString(2, way.name());
      s.setBytes(3, Tokens.sha256(token));
      return one(s);
    }
  }

  /** The attempt that a chat came for last. */
  static Optional<Row> byChat(Connection c, long merchantId, ProofWay way, String chat)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            ROW + "way = ? AND chat = ? ORDER BY bound_at DESC, proof_id LIMIT 1 FOR UPDATE")) {
      s.setLong(1, merchantId);
      s.setString(2, way.name());
      s.setString(3, chat);
      return one(s);
    }
  }

  private static Optional<Row> one(PreparedStatement s) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      if (!r.next()) {
        return Optional.empty();
      }
      Timestamp bound = r.getTimestamp(7);
      return Optional.of(
          new Row(
              r.getLong(1),
              r.getString(2),
              Lang.of(r.getString(3)),
              ProofWay.valueOf(r.getString(4)),
              HEX.formatHex(r.getBytes(5)),
              r.getString(6),
              bound == null ? null : bound.toInstant(),
              r.getString(8),
              State.valueOf(r.getString(9)),
              r.getTimestamp(10).toInstant()));
    }
  }

  static void bind(Connection c, long merchantId, long id, String chat, Instant at)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.phone_proof SET chat = ?, bound_at = ? WHERE merchant_id = ? AND"
                + " proof_id = ?")) {
      s.setString(1, chat);
      s.setTimestamp(2, Timestamp.from(at));
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** Only what waits becomes anything else. */
  static void becomes(Connection c, long merchantId, long id, State state, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.phone_proof SET state = ?, expires_at = greatest(expires_at, ?)
            WHERE merchant_id = ? AND proof_id = ? AND state = 'WAITING'
            """)) {
      s.setString(1, state.name());
      s.setTimestamp(2, Timestamp.from(now.plus(TO_BE_USED)));
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** Whether the vendor may be asked now; whoever asks next waits a little. */
  static boolean mayAsk(Connection c, long merchantId, long id, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.phone_proof SET asked_at = ? WHERE merchant_id = ? AND proof_id = ? AND"
                + " (asked_at IS NULL OR asked_at <= ?)")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.setTimestamp(4, Timestamp.from(now.minus(ASK_EVERY)));
      return s.executeUpdate() == 1;
    }
  }

  /** The proof has served: it is good no more, but counts for the day. */
  static void use(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.phone_proof SET state = 'ELAPSED', token = NULL, chat = NULL, check_id = NULL
            WHERE merchant_id = ? AND proof_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  static void forgetOld(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.phone_proof WHERE merchant_id = ? AND created_at < ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now.minus(KEPT)));
      s.executeUpdate();
    }
  }
}
