package io.kartela.service.promo.certificate;

import io.kartela.service.promo.certificate.CertificateView.MoveView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Certificates as the cabinet lists them, and what moved one. Stateless. */
final class CertificateList {
  private static final int MOST_MOVES = 1_000;

  private CertificateList() {}

  /**
   * Which of them.
   *
   * @param search the end of a code, or words of for whom it is or of its member's name; "" = all
   */
  record Filter(
      String search, @Nullable Origin origin, Certificate.@Nullable State state, Instant now) {}

  /** The latest first. */
  static List<Certificate> page(
      Connection c, long merchantId, Filter filter, @Nullable Long before, int limit)
      throws SQLException {
    String words = filter.search.strip().toLowerCase(Locale.ROOT);
    String bare = words.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT "
                + CertificateStore.COLUMNS
                + CertificateStore.FROM
                + """
                WHERE t.merchant_id = ? AND (?::bigint IS NULL OR t.certificate_id < ?) AND (?::text IS NULL OR t.origin = ?)
                    AND (? = '' OR (? <> '' AND t.tail = right(?, 4)) OR position(? IN lower(t.recipient)) > 0
                        OR EXISTS (SELECT FROM kartela.member m WHERE m.merchant_id = t.merchant_id
                            AND m.member_id = t.member_id AND position(? IN lower(m.name)) > 0))
                """
                + state(filter.state)
                + " ORDER BY t.certificate_id DESC LIMIT ?")) {
      Origin origin = filter.origin;
      int next = 1;
      s.setLong(next++, merchantId);
      s.setObject(next++, before, java.sql.Types.BIGINT);
      s.setObject(next++, before, java.sql.Types.BIGINT);
      s.setString(next++, origin == null ? null : origin.name());
      s.setString(next++, origin == null ? null : origin.name());
      s.setString(next++, words);
      s.setString(next++, bare);
      s.setString(next++, bare);
      s.setString(next++, words);
      s.setString(next++, words);
      if (filter.state == Certificate.State.ACTIVE || filter.state == Certificate.State.ENDED) {
        s.setTimestamp(next++, Timestamp.from(filter.now));
      }
      s.setInt(next, limit);
      List<Certificate> page = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          page.add(CertificateStore.read(r));
        }
      }
      return page;
    }
  }

  private static String state(Certificate.@Nullable State state) {
    return switch (state) {
      case null -> "";
      case ACTIVE ->
          " AND t.blocked_at IS NULL AND t.rest > 0 AND (t.ends_at IS NULL OR t.ends_at > ?)";
      case EMPTY -> " AND t.blocked_at IS NULL AND t.rest = 0";
      case ENDED -> " AND t.blocked_at IS NULL AND t.ends_at <= ?";
      case BLOCKED -> " AND t.blocked_at IS NOT NULL";
    };
  }

  static @Nullable String memberName(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT name FROM kartela.member WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : null;
      }
    }
  }

  /** The latest first. */
  static List<MoveView> moves(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.kind, m.amount, m.rest, m.at, m.receipt_id, r.number, s.name, m.author
            FROM kartela.certificate_move m
            LEFT JOIN kartela.receipt r ON r.merchant_id = m.merchant_id AND r.receipt_id = m.receipt_id
            LEFT JOIN kartela.store s ON s.merchant_id = m.merchant_id AND s.store_id = m.store_id
            WHERE m.merchant_id = ? AND m.certificate_id = ? ORDER BY m.seq DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setInt(3, MOST_MOVES);
      List<MoveView> moves = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String receipt = r.getString(5);
          moves.add(
              new MoveView(
                  Move.Kind.valueOf(r.getString(1)),
                  r.getLong(2),
                  r.getLong(3),
                  r.getTimestamp(4).toInstant(),
                  receipt,
                  r.getString(6),
                  r.getString(7),
                  r.getString(8)));
        }
      }
      return moves;
    }
  }
}
