package io.kartela.service.card;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes that identify members at the till: wallet cards and physical cards. Works in the caller's
 * transaction.
 */
public final class Cards {
  /** Where a code came from. */
  public enum Kind {
    WALLET,
    PHYSICAL
  }

  /** Whether a code still identifies somebody. */
  public enum Status {
    ACTIVE,
    REPLACED,
    BLOCKED
  }

  /** One code of one member. */
  public record Card(String code, long memberId, Kind kind, Status status) {}

  /** Gives the member a new random wallet code. */
  public Card issue(Connection c, long merchantId, long memberId, Instant now) throws SQLException {
    return add(
        c, merchantId, new Card(CardCode.random(), memberId, Kind.WALLET, Status.ACTIVE), now);
  }

  public Card add(Connection c, long merchantId, Card card, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, card.code());
      s.setLong(3, card.memberId());
      s.setString(4, card.kind().name());
      s.setString(5, card.status().name());
      s.setTimestamp(6, Timestamp.from(now));
      s.executeUpdate();
    }
    return card;
  }

  public Optional<Card> find(Connection c, long merchantId, String code) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT code, member_id, kind, status FROM kartela.card WHERE merchant_id = ? AND code"
                + " = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, code);
      return first(s);
    }
  }

  /** Every code of one member identifies another from now on. */
  public void handOver(Connection c, long merchantId, long from, long to) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.card SET member_id = ? WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, to);
      s.setLong(2, merchantId);
      s.setLong(3, from);
      s.executeUpdate();
    }
  }

  /** The member's newest active wallet code. */
  public Optional<Card> walletCard(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code, member_id, kind, status FROM kartela.card
            WHERE merchant_id = ? AND member_id = ? AND kind = 'WALLET' AND status = 'ACTIVE'
            ORDER BY created_at DESC LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return first(s);
    }
  }

  private static Optional<Card> first(PreparedStatement s) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      return r.next()
          ? Optional.of(
              new Card(
                  r.getString(1),
                  r.getLong(2),
                  Kind.valueOf(r.getString(3)),
                  Status.valueOf(r.getString(4))))
          : Optional.empty();
    }
  }
}
