package io.kartela.service.message.delivery;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.google.GoogleCards;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks slowly over all objects at Google and compares what each should say with what it was last
 * told: Google's phones never ask, so whatever was missed would be missed for ever. Whoever is
 * behind gets a change in the outbox. Any number of nodes may run it.
 */
public final class GoogleSweep {
  /** Cards that one run looks at; a run comes every minute. */
  private static final int BUDGET = 500;

  private static final int BATCH = 100;

  /** How often everybody is looked at. */
  private static final Duration ROUND = Duration.ofHours(6);

  private final Database database;
  private final GoogleCards cards;
  private final InstantSource clock;
  private final Runnable wake;

  private record Card(String serial, long memberId) {}

  public GoogleSweep(House house, GoogleCards cards) {
    this.database = house.database();
    this.cards = cards;
    this.clock = house.clock();
    this.wake = house.wake();
  }

  /** One merchant's next cards; says how many were looked at. */
  public int run(long merchantId) {
    int seen = 0;
    for (int step = BATCH; step == BATCH && seen < BUDGET; seen += step) {
      step = database.inTenant(merchantId, c -> step(c, merchantId));
    }
    return seen;
  }

  private int step(Connection c, long merchantId) throws SQLException {
    Instant now = clock.instant();
    String after = position(c, merchantId, now);
    if (after == null) {
      return 0;
    }
    List<Card> next = next(c, merchantId, after);
    boolean behind = false;
    for (Card card : next) {
      if (cards.isBehind(c, merchantId, card.serial)) {
        behind = true;
        tell(c, merchantId, card);
      }
    }
    advance(c, merchantId, next, now);
    if (behind) {
      wake.run();
    }
    return next.size();
  }

  /** Null when the round is over, or another node is at it. */
  private static @Nullable String position(Connection c, long merchantId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.google_sweep (merchant_id, swept_at) VALUES (?, ?) ON CONFLICT DO"
                + " NOTHING")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT after_serial FROM kartela.google_sweep
            WHERE merchant_id = ? AND (finished_at IS NULL OR finished_at <= ?) FOR UPDATE SKIP LOCKED
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now.minus(ROUND)));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : null;
      }
    }
  }

  private static List<Card> next(Connection c, long merchantId, String after) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT o.serial, p.member_id FROM (
                SELECT merchant_id, serial FROM kartela.google_object
                WHERE merchant_id = ? AND serial > ? AND state <> 'REMOVED' ORDER BY serial LIMIT ?) o
            JOIN kartela.pass p ON p.merchant_id = o.merchant_id AND p.serial = o.serial ORDER BY o.serial
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, after);
      s.setInt(3, BATCH);
      List<Card> next = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          next.add(new Card(r.getString(1), r.getLong(2)));
        }
      }
      return next;
    }
  }

  private static void tell(Connection c, long merchantId, Card card) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload)
            SELECT ?, ?, ?, jsonb_build_object('serial', ?::text, 'report', false)
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, OutboxClaims.GOOGLE_RESTYLED);
      s.setLong(3, card.memberId);
      s.setString(4, card.serial);
      s.executeUpdate();
    }
  }

  private static void advance(Connection c, long merchantId, List<Card> seen, Instant now)
      throws SQLException {
    boolean over = seen.size() < BATCH;
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.google_sweep SET after_serial = ?, swept_at = ?, finished_at = ? WHERE"
                + " merchant_id = ?")) {
      s.setString(1, over ? "" : seen.getLast().serial);
      s.setTimestamp(2, Timestamp.from(now));
      s.setTimestamp(3, over ? Timestamp.from(now) : null);
      s.setLong(4, merchantId);
      s.executeUpdate();
    }
  }
}
