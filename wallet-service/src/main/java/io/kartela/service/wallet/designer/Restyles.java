package io.kartela.service.wallet.designer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A publication's way to the cards that were issued, as the database knows it. Stateless. */
final class Restyles {
  private static final long MOST_COUNTED = 100_000;

  private Restyles() {}

  /** How far a publication has come. */
  record Restyle(
      int number, long done, long total, Instant startedAt, @Nullable Instant finishedAt) {}

  /**
   * How many cards a publication would restyle.
   *
   * @param more there are more; counting a million for a dialog is not worth it
   */
  record Reach(long cards, boolean more) {}

  static Reach reach(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM (SELECT 1 FROM kartela.pass"
                + " WHERE merchant_id = ? AND voided_at IS NULL LIMIT ?) living")) {
      s.setLong(1, merchantId);
      s.setLong(2, MOST_COUNTED + 1);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        long found = r.getLong(1);
        return new Reach(Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
      }
    }
  }

  /** Every issued card is to get the look of this version. */
  static void start(Connection c, long merchantId, int number, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_restyle (merchant_id, number, total, started_at)
            VALUES (?, ?, (SELECT count(*) FROM kartela.pass WHERE merchant_id = ? AND voided_at IS NULL), ?)
            ON CONFLICT (merchant_id) DO UPDATE SET number = excluded.number, after_member = 0, done = 0,
                total = excluded.total, started_at = excluded.started_at, finished_at = NULL
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      s.setLong(3, merchantId);
      s.setTimestamp(4, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  /** The last one; empty before the first. */
  static Optional<Restyle> last(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT number, done, total, started_at, finished_at FROM kartela.card_restyle
            WHERE merchant_id = ?
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        Timestamp finished = r.getTimestamp(5);
        return Optional.of(
            new Restyle(
                r.getInt(1),
                r.getLong(2),
                r.getLong(3),
                r.getTimestamp(4).toInstant(),
                finished == null ? null : finished.toInstant()));
      }
    }
  }
}
