package io.kartela.service.till.scan;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a register may scan (on this node), and how often it may miss and a member be scanned
 * (on all nodes). A scan that finds its member costs no question of its own. Thread-safe.
 */
public final class Velocity {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * Guesses are never over so late, but by a clock that was put right since: they count no more.
   */
  private static final Duration NEVER = Duration.ofMinutes(2);

  /** Refusals that guessing would bring. */
  private static final Set<ProblemCode> MISSES =
      Set.of(
          ProblemCode.CARD_NOT_FOUND,
          ProblemCode.MEMBER_NOT_FOUND,
          ProblemCode.CARD_NOT_GIVEN_OUT,
          ProblemCode.CHECK_DIGIT_WRONG,
          ProblemCode.ROTATING_WRONG);

  private final InstantSource clock;
  private final RateLimit perMinute =
      new RateLimit(TillSettings.USUAL.scansPerRegisterMinute(), MINUTE);

  /** Until when registers wait that are known here to have guessed too often. */
  private final Map<Guesser, Instant> waiting = new ConcurrentHashMap<>();

  /** The limit is a part of it, so that a changed setting counts at once. */
  private record Guesser(long merchantId, long registerId, int most) {
    static Guesser of(RegisterPrincipal register, TillSettings settings) {
      return new Guesser(
          register.merchantId(), register.registerId(), settings.missesPerRegisterMinute());
    }

    /** What one guess takes of a minute. */
    Duration share() {
      return Duration.ofNanos(MINUTE.toNanos() / most / 1_000 * 1_000);
    }

    /** When another guess is free, if its guesses are over at that time. */
    Instant freeAt(Instant overAt) {
      return overAt.plus(share()).minus(MINUTE);
    }
  }

  public Velocity(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a scan of the register; a problem with Retry-After when there are too many. */
  void scan(RegisterPrincipal register, TillSettings settings) {
    int most = settings.scansPerRegisterMinute();
    perMinute.take(register.merchantId() + " " + register.registerId() + " " + most, most);
    lateScan(register, settings);
  }

  /**
   * A card read earlier is looked up: no scan, but no way round the misses either. What guessed too
   * often is not even looked at.
   */
  void lateScan(RegisterPrincipal register, TillSettings settings) {
    Guesser guesser = Guesser.of(register, settings);
    Instant until = waiting.get(guesser);
    Instant now = clock.instant();
    if (until == null) {
      return;
    }
    if (now.isBefore(until)) {
      throw wait(now, until);
    }
    waiting.remove(guesser, until);
  }

  /**
   * Counts what was a guess, and nothing else.
   *
   * @throws Problem instead of the refusal when the register has guessed too often; nothing of the
   *     scan may stay then
   */
  void refused(Connection c, RegisterPrincipal register, TillSettings settings, Problem refusal)
      throws SQLException {
    Guesser guesser = Guesser.of(register, settings);
    Instant now = clock.instant();
    if (!MISSES.contains(refusal.code()) || !counted(c, guesser, now)) {
      requireFree(guesser, overAt(c, guesser), now);
    }
  }

  /** Whether there was a guess left to count. */
  private static boolean counted(Connection c, Guesser guesser, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.register_miss AS m (merchant_id, register_id, over_at) VALUES (?, ?, ?)
            ON CONFLICT (merchant_id, register_id)
            DO UPDATE SET over_at = CASE WHEN m.over_at > ? THEN excluded.over_at
                ELSE greatest(m.over_at, ?::timestamptz) + (excluded.over_at - ?::timestamptz) END
            WHERE m.over_at <= ? OR m.over_at > ?
            """)) {
      Timestamp at = Timestamp.from(now);
      s.setLong(1, guesser.merchantId);
      s.setLong(2, guesser.registerId);
      s.setTimestamp(3, Timestamp.from(now.plus(guesser.share())));
      s.setTimestamp(4, Timestamp.from(now.plus(NEVER)));
      s.setTimestamp(5, at);
      s.setTimestamp(6, at);
      s.setTimestamp(7, Timestamp.from(now.plus(MINUTE).minus(guesser.share())));
      s.setTimestamp(8, Timestamp.from(now.plus(NEVER)));
      return s.executeUpdate() == 1;
    }
  }

  private static @Nullable Instant overAt(Connection c, Guesser guesser) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT over_at FROM kartela.register_miss WHERE merchant_id = ? AND register_id ="
                + " ?")) {
      s.setLong(1, guesser.merchantId);
      s.setLong(2, guesser.registerId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getTimestamp(1).toInstant() : null;
      }
    }
  }

  private void requireFree(Guesser guesser, @Nullable Instant overAt, Instant now) {
    Instant free = overAt == null || overAt.isAfter(now.plus(NEVER)) ? now : guesser.freeAt(overAt);
    if (now.isBefore(free)) {
      waiting.put(guesser, free);
      throw wait(now, free);
    }
  }

  private static Problem wait(Instant now, Instant until) {
    return Problem.retryAfter(
        ProblemCode.TOO_MANY_REQUESTS, Duration.between(now, until).toSeconds() + 1);
  }

  /**
   * A problem when the member has been scanned so often within the hour; reads a bounded part.
   *
   * @throws Problem as {@link #refused}: what guessed too often learns nothing by a hit either
   */
  Optional<Problem> found(
      Connection c, RegisterPrincipal register, long memberId, TillSettings settings)
      throws SQLException {
    Guesser guesser = Guesser.of(register, settings);
    Instant now = clock.instant();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT (SELECT over_at FROM kartela.register_miss WHERE merchant_id = ? AND register_id = ?),
                (SELECT at FROM kartela.scan WHERE merchant_id = ? AND member_id = ? AND at > ? AND outcome = 'FOUND'
                 ORDER BY at DESC, scan_id DESC OFFSET ? LIMIT 1)
            """)) {
      s.setLong(1, guesser.merchantId);
      s.setLong(2, guesser.registerId);
      s.setLong(3, guesser.merchantId);
      s.setLong(4, memberId);
      s.setTimestamp(5, Timestamp.from(now.minus(HOUR)));
      s.setInt(6, settings.scansPerCardHour() - 1);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Timestamp overAt = r.getTimestamp(1);
        requireFree(guesser, overAt == null ? null : overAt.toInstant(), now);
        Timestamp oldest = r.getTimestamp(2);
        return oldest == null
            ? Optional.empty()
            : Optional.of(wait(now, oldest.toInstant().plus(HOUR)));
      }
    }
  }

  /** A card that was read earlier is found: how often was counted then, or never. */
  void foundLate(Connection c, RegisterPrincipal register, TillSettings settings)
      throws SQLException {
    Guesser guesser = Guesser.of(register, settings);
    requireFree(guesser, overAt(c, guesser), clock.instant());
  }
}
