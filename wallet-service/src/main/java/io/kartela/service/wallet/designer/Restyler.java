package io.kartela.service.wallet.designer;

import io.kartela.service.code.ShortCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.PerMerchant;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings a published design to every issued card, some hundred at a time: cards on phones through
 * the outbox, in a lane of their own, so that a purchase's change never waits behind a hundred
 * thousand repaintings; the others by one batch of updates. Stands where it stood after a crash;
 * nodes share the work by row locks.
 */
public final class Restyler implements AutoCloseable {
  private static final String WORK = "restyle cards";
  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * Other nodes draw by the design before for up to a second; a card told earlier would keep it.
   */
  private static final Duration KNOWN_EVERYWHERE = Duration.ofMillis(1_500);

  private static final Duration BREATH = Duration.ofMillis(20);
  private static final int BATCH = 500;

  /** With more rows than this due it waits, so that a newer design finds a short queue. */
  private static final int BACKLOG = 1_000;

  /** The scalar subqueries are looked up card by card, whatever the planner believes. */
  private static final String NEXT =
      """
      SELECT p.member_id,
          coalesce((SELECT 1 FROM kartela.apple_registration r
              WHERE r.merchant_id = p.merchant_id AND r.serial = p.serial LIMIT 1),
            (SELECT 1 FROM kartela.google_object o
              WHERE o.merchant_id = p.merchant_id AND o.serial = p.serial LIMIT 1)) IS NOT NULL
      FROM kartela.pass p WHERE p.merchant_id = ? AND p.voided_at IS NULL AND p.member_id > ?
      ORDER BY p.member_id LIMIT ?
      """;

  private final Database database;
  private final Passes passes;
  private final ShortCodes shortCodes;
  private final InstantSource clock;
  private final Runnable delivery;
  private final PerMerchant perMerchant;
  private final Loop loop;

  public Restyler(House house, Passes passes, ShortCodes shortCodes) {
    this.shortCodes = shortCodes;
    this.database = house.database();
    this.passes = passes;
    this.clock = house.clock();
    this.delivery = house.wake();
    this.perMerchant = new PerMerchant(house.database());
    this.loop = Loop.ofSteps("restyle", POLL, this::work);
  }

  public void start() {
    loop.start();
  }

  /** There may be work: looks at once. */
  public void wake() {
    loop.wake();
  }

  /** Some cards of each merchant; false when nobody has cards to restyle. */
  private boolean work() throws InterruptedException {
    List<Long> started = started();
    if (started.isEmpty()) {
      return false;
    }
    if (backlog() >= BACKLOG) {
      Thread.sleep(BREATH);
      return true;
    }
    boolean[] any = {false};
    List<Long> turn =
        perMerchant.each(
            WORK,
            started,
            merchantId ->
                any[0] |=
                    database.inTenantRepeatable(merchantId, c -> step(c, merchantId)).isPresent());
    if (any[0]) {
      delivery.run();
    } else if (!turn.isEmpty()) {
      Thread.sleep(BREATH); // other nodes hold them all
    }
    return !turn.isEmpty();
  }

  private List<Long> started() {
    return database.asWorker(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT merchant_id FROM kartela.card_restyle
                  WHERE finished_at IS NULL AND started_at <= ? ORDER BY started_at LIMIT 1000
                  """)) {
            s.setTimestamp(1, knownEverywhere());
            List<Long> merchants = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                merchants.add(r.getLong(1));
              }
            }
            return merchants;
          }
        });
  }

  /** What was published until then all nodes draw by; asked again where a newer one may follow. */
  private Timestamp knownEverywhere() {
    return Timestamp.from(clock.instant().minus(KNOWN_EVERYWHERE));
  }

  private int backlog() {
    return database.asWorker(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "SELECT count(*) FROM (SELECT 1 FROM kartela.outbox WHERE kind = ?"
                      + " AND not_before <= now() LIMIT ?) waiting")) {
            s.setString(1, Outbox.CARD_RESTYLED);
            s.setInt(2, BACKLOG);
            try (ResultSet r = s.executeQuery()) {
              r.next();
              return r.getInt(1);
            }
          }
        });
  }

  /** The next cards, in one transaction with the mark of how far it came. */
  private Optional<Long> step(Connection c, long merchantId) throws SQLException {
    long after;
    int number;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT after_member, number FROM kartela.card_restyle
            WHERE merchant_id = ? AND finished_at IS NULL AND started_at <= ? FOR UPDATE SKIP LOCKED
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, knownEverywhere());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        after = r.getLong(1);
        number = r.getInt(2);
      }
    }
    List<Long> held = new ArrayList<>();
    List<Long> nobodys = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(NEXT)) {
      s.setLong(1, merchantId);
      s.setLong(2, after);
      s.setInt(3, BATCH);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          (r.getBoolean(2) ? held : nobodys).add(r.getLong(1));
        }
      }
    }
    int _ =
        shortCodes.ensure(
            c,
            merchantId,
            Stream.concat(held.stream(), nobodys.stream()).toList(),
            clock.instant());
    // Nobody has to be told of a card that is on no phone: it only becomes newer.
    int _ = passes.touch(c, merchantId, nobodys);
    tell(c, merchantId, held, number);
    long told = (long) held.size() + nobodys.size();
    long last =
        Stream.concat(held.stream(), nobodys.stream()).mapToLong(Long::longValue).max().orElse(0);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.card_restyle SET done = done + ?, after_member = greatest(after_member, ?),
                finished_at = CASE WHEN ? < ? THEN ?::timestamptz END
            WHERE merchant_id = ?
            """)) {
      s.setLong(1, told);
      s.setLong(2, last);
      s.setLong(3, told);
      s.setInt(4, BATCH);
      s.setTimestamp(5, Timestamp.from(clock.instant()));
      s.setLong(6, merchantId);
      s.executeUpdate();
    }
    return Optional.of(told);
  }

  private static void tell(Connection c, long merchantId, List<Long> members, int number)
      throws SQLException {
    if (members.isEmpty()) {
      return;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload)
            SELECT ?, ?, id, jsonb_build_object('design', ?::int) FROM unnest(?::bigint[]) AS one (id) ORDER BY id
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, Outbox.CARD_RESTYLED);
      s.setInt(3, number);
      s.setArray(4, c.createArrayOf("bigint", members.toArray()));
      s.executeUpdate();
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
