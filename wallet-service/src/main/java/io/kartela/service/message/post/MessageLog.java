package io.kartela.service.message.post;

import io.kartela.push.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of single messages, each occasion once. In the caller's transaction. Stateless. */
public final class MessageLog {
  public static final int BATCH = 5_000;

  /** Longer than anybody tries the same occasion again, and as long as a complaint may come. */
  private static final Duration KEEP = Duration.ofDays(90);

  private static final String UNKNOWN = "UNKNOWN";

  private MessageLog() {}

  /**
   * Takes an occasion, as one that may have left from now on: a node that ends before the answer
   * leaves the truth behind. Whoever else has it is waited for. Empty: it is the caller's to send;
   * else what became of it before.
   */
  static Optional<Verdict> take(Connection c, Message m, Instant now) throws SQLException {
    return write(c, m, new Verdict.Unknown(""), now)
        ? Optional.empty()
        : Optional.of(before(c, m.merchantId(), m.occasion()));
  }

  /** False when the occasion is over, or another's. What was refused certainly did not go. */
  static boolean write(Connection c, Message m, Verdict verdict, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.message AS known (merchant_id, occasion, reason, member_id, address, deadline, verdict, why, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, occasion) DO UPDATE SET deadline = excluded.deadline, verdict = excluded.verdict,
                why = excluded.why, at = excluded.at WHERE known.verdict = 'REFUSED'
            """)) {
      s.setLong(1, m.merchantId());
      s.setString(2, m.occasion());
      s.setString(3, m.reason().name());
      s.setObject(4, m.to().memberId());
      s.setString(5, m.to().phone().masked());
      s.setTimestamp(6, Timestamp.from(m.deadline()));
      s.setString(7, name(verdict));
      s.setString(8, why(verdict));
      s.setTimestamp(9, Timestamp.from(now));
      return s.executeUpdate() == 1;
    }
  }

  private static Verdict before(Connection c, long merchantId, String occasion)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT verdict, why FROM kartela.message WHERE merchant_id = ? AND occasion = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, occasion);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        String why = r.getString(2);
        return r.getString(1).equals("SKIPPED")
            ? new Verdict.Skipped(Skip.valueOf(why))
            : why.equals(UNKNOWN) ? new Verdict.Unknown("") : new Verdict.Accepted();
      }
    }
  }

  /** What the gateway said of an occasion that was taken. */
  static boolean settle(Connection c, Message m, Verdict verdict, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.message SET verdict = ?, why = ?, at = ? WHERE merchant_id = ? AND"
                + " occasion = ?")) {
      s.setString(1, name(verdict));
      s.setString(2, why(verdict));
      s.setTimestamp(3, Timestamp.from(now));
      s.setLong(4, m.merchantId());
      s.setString(5, m.occasion());
      return s.executeUpdate() == 1;
    }
  }

  private static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _, Verdict.Unknown _ -> "ACCEPTED";
      case Verdict.Refused _ -> "REFUSED";
      case Verdict.Skipped _ -> "SKIPPED";
    };
  }

  private static String why(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _ -> "";
      case Verdict.Unknown _ -> UNKNOWN;
      case Verdict.Refused(Answer answer) -> why(answer);
      case Verdict.Skipped(Skip why) -> why.name();
    };
  }

  private static String why(Answer answer) {
    return switch (answer) {
      case Answer.AddressRefused _ -> "NO_ADDRESS";
      case Answer.Withdrawn _ -> "WITHDRAWN";
      case Answer.Throttled _ -> "THROTTLED";
      case Answer.OutOfMoney _ -> "OUT_OF_MONEY";
      case Answer.CredentialRefused _ -> "CREDENTIAL";
      case Answer.TextRefused _ -> "TEXT";
      case Answer.NotSent _ -> "UNREACHABLE";
      case Answer.Accepted _, Answer.Unknown _ ->
          throw new IllegalStateException("these may arrive");
    };
  }

  /** Forgets what is old, at most a batch; how many. */
  public static int cleanUp(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.message WHERE merchant_id = ? AND occasion IN
                (SELECT occasion FROM kartela.message WHERE merchant_id = ? AND at < ? ORDER BY at LIMIT ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(KEEP)));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
