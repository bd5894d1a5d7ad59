package io.kartela.service.member.standing;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tier;
import io.kartela.rules.Tiers;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monthly recomputation of tiers on the night of the 1st in the program's zone. It works member
 * by member in batches, skips who is done, and may run any number of times on any number of nodes:
 * a second run changes nothing.
 */
public final class TierRecompute {
  private static final int BATCH = 500;

  /** How long after the night a purchase still asks whether its buyer's turn has come. */
  private static final Duration NIGHT = Duration.ofHours(24);

  private final Database database;
  private final Programs programs;
  private final Merchants merchants;

  private record Row(
      long memberId, Tiers.State state, Instant tierSince, long amount, long largest, long total) {}

  private record Batch(int changed, @Nullable Turn next) {}

  /** Whose turn a batch is. */
  private sealed interface Which {}

  private record One(long memberId) implements Which {}

  /**
   * Those whom a run has not come to yet: by the day of their last recomputation and by number,
   * then those who were never recomputed. So a run goes once along an index, past who is done.
   *
   * @param on the last day that was come to; null: those who were never recomputed
   */
  private record Turn(@Nullable LocalDate on, long afterMember) implements Which {
    static final Turn FIRST = new Turn(LocalDate.EPOCH, 0);

    @Nullable Turn after(List<Row> rows) {
      if (rows.size() < BATCH) {
        return on == null ? null : new Turn(null, 0);
      }
      Row last = rows.getLast();
      return new Turn(last.state.lastRun(), last.memberId);
    }
  }

  public TierRecompute(Database database, Programs programs, Merchants merchants) {
    this.database = database;
    this.programs = programs;
    this.merchants = merchants;
  }

  /**
   * Recomputes one merchant's tiers for the month that {@code now} lies in, unless that has been
   * done, or there is no program yet.
   *
   * @return how many members changed their tier
   */
  public int run(long merchantId, Instant now) {
    Program program;
    try {
      program = programs.current(merchantId).program();
    } catch (Problem e) {
      if (e.code() == ProblemCode.PROGRAM_NOT_FOUND) {
        return 0;
      }
      throw e;
    }
    LocalDate day = Tiers.recomputeDay(program, now);
    PurchaseWindow.Range range = Tiers.recomputeRange(program, day);
    if (range == null || range.from() == null) {
      return 0;
    }
    int changed = 0;
    Turn turn = Turn.FIRST;
    while (turn != null) {
      Turn from = turn;
      Batch batch =
          database.inTenant(merchantId, c -> batch(c, merchantId, from, program, day, range, now));
      changed += batch.changed;
      turn = batch.next;
    }
    return changed;
  }

  /**
   * Recomputes one member's tier when the night of the 1st has just been: the clock decides what a
   * receipt is judged by, not when the job comes round.
   */
  public void runFor(long merchantId, long memberId, Instant now) {
    Program program = programs.current(merchantId).program();
    LocalDate day = Tiers.recomputeDay(program, now);
    PurchaseWindow.Range range = Tiers.recomputeRange(program, day);
    if (range != null
        && range.from() != null
        && now.isBefore(day.atStartOfDay(program.zone()).toInstant().plus(NIGHT))) {
      database.inTenant(
          merchantId, c -> batch(c, merchantId, new One(memberId), program, day, range, now));
    }
  }

  /** How many changed, and where the next batch begins; null: nowhere. */
  private Batch batch(
      Connection c,
      long merchantId,
      Which which,
      Program program,
      LocalDate day,
      PurchaseWindow.Range range,
      Instant now)
      throws SQLException {
    ZoneId zone = merchants.get(merchantId).zone();
    List<Row> rows = claim(c, merchantId, which, day, range, zone);
    Turn next = which instanceof Turn turn ? turn.after(rows) : null;
    if (!midnights(range, zone)) {
      rows = exactly(c, merchantId, rows, range, zone);
    }
    Instant dayStart = day.atStartOfDay(program.zone()).toInstant();
    RoundTrip trip = new RoundTrip();
    int changed = 0;
    for (Row row : rows) {
      Tiers.State after =
          Tiers.recompute(
              program, row.state, day, new Tiers.History(row.amount, row.total, row.largest));
      // A late run: a tier that was reached after the 1st is newer than what the 1st would say. Who
      // joined after it is looked at for the first time now, and only ever gains by it.
      boolean newer = !row.tierSince.isBefore(dayStart);
      boolean newcomer = row.state.lastRun() == null;
      String tier =
          newer && !(newcomer && rank(program, after.tier()) > rank(program, row.state.tier()))
              ? row.state.tier()
              : after.tier();
      if (!tier.equals(row.state.tier())) {
        changed++;
        Outbox.passChangedByTheClock(trip, merchantId, row.memberId);
      }
      update(trip, merchantId, row, tier, after, day, now);
    }
    trip.run(c);
    return new Batch(changed, next);
  }

  private static int rank(Program program, String id) {
    Tier tier = program.tier(id);
    return tier == null ? Integer.MIN_VALUE : tier.rank();
  }

  private static boolean midnights(PurchaseWindow.Range range, ZoneId zone) {
    Instant from = range.from();
    return from != null && midnight(from, zone) && midnight(range.until(), zone);
  }

  private static boolean midnight(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().equals(at);
  }

  /** Sums for a program whose months do not begin at the merchant's midnight. */
  private static List<Row> exactly(
      Connection c, long merchantId, List<Row> rows, PurchaseWindow.Range range, ZoneId zone) {
    Standings standings = new Standings();
    RoundTrip trip = new RoundTrip();
    List<Answer<Facts.Purchases>> sums = new ArrayList<>();
    rows.forEach(r -> sums.add(standings.sums(trip, merchantId, r.memberId, range, zone)));
    trip.run(c);
    List<Row> exact = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row r = rows.get(i);
      Facts.Purchases p = sums.get(i).get();
      exact.add(new Row(r.memberId, r.state, r.tierSince, p.amount(), p.largest(), r.total));
    }
    return exact;
  }

  private static List<Row> claim(
      Connection c,
      long merchantId,
      Which which,
      LocalDate day,
      PurchaseWindow.Range range,
      ZoneId zone)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId));
    String claimed = claimed(which, day, values);
    // Whose turn it is was read in order; the join must not lose it.
    String sql =
        """
        SELECT s.member_id, s.tier, s.grace_until, s.recomputed_on, s.tier_since, s.spent_total,
            coalesce(d.amount, 0), coalesce(d.largest, 0)
        FROM (SELECT * FROM kartela.member_standing WHERE merchant_id = ? AND %s) s
        LEFT JOIN LATERAL (SELECT sum(amount)::bigint AS amount, max(largest) AS largest FROM kartela.member_day m
            WHERE m.merchant_id = s.merchant_id AND m.member_id = s.member_id
              AND m.day >= ?::date AND m.day < ?::date) d ON true
        ORDER BY s.recomputed_on, s.member_id
        """
            .formatted(claimed);
    try (PreparedStatement s = c.prepareStatement(sql)) {
      Instant from = range.from() == null ? Instant.EPOCH : range.from();
      values.add(from.atZone(zone).toLocalDate().toString());
      values.add(range.until().atZone(zone).toLocalDate().toString());
      for (int i = 0; i < values.size(); i++) {
        s.setObject(i + 1, values.get(i));
      }
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(
              new Row(
                  r.getLong(1),
                  new Tiers.State(r.getString(2), date(r, 3), date(r, 4)),
                  r.getTimestamp(5).toInstant(),
                  r.getLong(7),
                  r.getLong(8),
                  r.getLong(6)));
        }
      }
      return rows;
    }
  }

  /** The condition on a standing, with its values. A buyer waits for the job; the job for none. */
  private static String claimed(Which which, LocalDate day, List<Object> values) {
    return switch (which) {
      case One(long memberId) -> {
        values.addAll(List.of(day.toString(), memberId));
        yield "(recomputed_on IS NULL OR recomputed_on < ?::date) AND member_id = ? FOR UPDATE";
      }
      case Turn turn -> {
        LocalDate on = turn.on;
        if (on == null) {
          values.addAll(List.of(turn.afterMember, BATCH));
          yield "recomputed_on IS NULL AND member_id > ?"
              + " ORDER BY member_id LIMIT ? FOR UPDATE SKIP LOCKED";
        }
        values.addAll(List.of(day.toString(), on.toString(), turn.afterMember, BATCH));
        yield "recomputed_on < ?::date AND (recomputed_on, member_id) > (?::date, ?)"
            + " ORDER BY recomputed_on, member_id LIMIT ? FOR UPDATE SKIP LOCKED";
      }
    };
  }

  private static @Nullable LocalDate date(ResultSet r, int column) throws SQLException {
    return r.getObject(column, LocalDate.class);
  }

  private static void update(
      RoundTrip trip,
      long merchantId,
      Row row,
      String tier,
      Tiers.State after,
      LocalDate day,
      Instant now) {
    Tiers.State was = row.state;
    trip.update(
        """
        UPDATE kartela.member_standing SET tier = ?, tier_since = CASE WHEN tier = ? THEN tier_since ELSE ? END,
            tier_floor = ?, grace_until = ?, recomputed_on = ?, before_tier = ?, before_grace = ?, before_run = ?
        WHERE merchant_id = ? AND member_id = ?
        """,
        p ->
            p.set(tier)
                .set(tier)
                .set(now)
                .set(after.tier())
                .setObject(after.graceUntil())
                .setObject(day)
                .set(was.tier())
                .setObject(was.graceUntil())
                .setObject(was.lastRun())
                .set(merchantId)
                .set(row.memberId));
  }
}
