package io.kartela.service.member.referral;

import io.kartela.ledger.LedgerException;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.Retry;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what {@link RewardBook} wrote: brings what each inviter was given to what is kept of the
 * reward, whatever happened in between and however often it is asked. A till asks right behind its
 * receipt and does not wait for an inviter whom everybody's friends pay; the job does what is left.
 * Thread-safe.
 */
public final class Rewards {
  private static final Logger LOG = LoggerFactory.getLogger(Rewards.class);

  /** Of the job, in one transaction. */
  private static final int BATCH = 100;

  private final Database database;
  private final Programs programs;
  private final InstantSource clock;
  private final Runnable committed;

  public Rewards(House house, Programs programs) {
    this.database = house.database();
    this.programs = programs;
    this.clock = house.clock();
    this.committed = house.wake()::cardChanged;
  }

  /** Behind a receipt or a return of this friend's; what does not go at once is the job's. */
  public void settle(long merchantId, long friendId) {
    try {
      int done =
          database.inTenant(
              merchantId,
              c -> {
                noLongWait(c);
                bringDue(c, merchantId, " AND w.friend_id = " + friendId);
                return book(c, merchantId, due(c, merchantId, friendId));
              });
      tell(done);
    } catch (LedgerException | DatabaseException e) {
      LOG.info("Rewards of inviters wait for the job: {}", e.getMessage());
    }
  }

  /** Everything of the merchant's that is due. */
  public void run(long merchantId) {
    int done;
    do {
      done =
          Retry.transaction(
              () ->
                  database.inTenant(
                      merchantId,
                      c -> {
                        bringDue(c, merchantId, "");
                        return book(c, merchantId, due(c, merchantId, 0));
                      }));
      tell(done);
    } while (done == BATCH);
  }

  private void tell(int done) {
    if (done > 0) {
      committed.run();
    }
  }

  private int book(Connection c, long merchantId, List<Reward> rewards) throws SQLException {
    if (rewards.isEmpty()) {
      return 0;
    }
    RewardBooking booking = new RewardBooking(c, merchantId, programs, clock.instant());
    RoundTrip trip = new RoundTrip();
    booking.book(trip, rewards);
    rewards.stream()
        .map(Reward::inviterId)
        .distinct()
        .sorted()
        .forEach(inviter -> Outbox.passChanged(trip, merchantId, inviter));
    trip.run(c);
    return rewards.size();
  }

  private static void noLongWait(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("SET LOCAL lock_timeout = '300ms'");
    }
  }

  /** Rewards whose friends have bought once more by now. */
  private static void bringDue(Connection c, long merchantId, String which) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.referral_reward w SET earned_at = n.at, due = w.refused IS NULL
            FROM kartela.referral_reward o CROSS JOIN LATERAL (
                SELECT min(r.at) AS at FROM kartela.receipt r
                WHERE r.merchant_id = o.merchant_id AND r.member_id = o.friend_id AND r.receipt_id <> o.receipt_id
                    AND r.at >= o.at AND NOT r.undone) n
            WHERE w.merchant_id = ? AND w.earned_at IS NULL AND n.at IS NOT NULL
                AND o.merchant_id = w.merchant_id AND o.receipt_id = w.receipt_id AND o.level = w.level
            """
                + which)) {
      s.setLong(1, merchantId);
      s.executeUpdate();
    }
  }

  /**
   * Held until the transaction ends.
   *
   * @param friendId 0: anybody's, but for what another node is at
   */
  private static List<Reward> due(Connection c, long merchantId, long friendId)
      throws SQLException {
    String which = friendId == 0 ? "" : " AND friend_id = " + friendId;
    String most = friendId == 0 ? " LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED" : " FOR UPDATE";
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT "
                + Reward.COLUMNS
                + " FROM kartela.referral_reward WHERE merchant_id = ? AND due"
                + which
                + " ORDER BY receipt_id, level"
                + most)) {
      s.setLong(1, merchantId);
      List<Reward> rewards = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rewards.add(Reward.read(r));
        }
      }
      return rewards;
    }
  }
}
