package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.Expiry;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says 90, 30 and 7 days ahead that a certificate in use ends: as metrics and on the health page.
 * Looks into the database once a minute at most. Thread-safe.
 */
public final class IdentityWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityWarnings.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int SHOWN = 20;

  private final Database database;
  private final ApplePassIdentity usual;
  private final InstantSource clock;
  private List<Ending> known = List.of();
  private List<Ending> merchants = List.of();
  private Instant readAt = Instant.MIN;

  private record Ending(String what, Instant notAfter) {}

  IdentityWarnings(
      Database database, ApplePassIdentity usual, MeterRegistry meters, InstantSource clock) {
    this.database = database;
    this.usual = usual;
    this.clock = clock;
    for (Expiry one : Expiry.of(usual, clock.instant())) {
      String which = one.what().name().toLowerCase(Locale.ROOT);
      Instant end = one.notAfter();
      meters.gauge(
          "kartela.identity.days.left",
          io.micrometer.core.instrument.Tags.of("certificate", which),
          this,
          w -> w.days(end));
    }
    for (int within : new int[] {90, 30, 7, 0}) {
      meters.gauge(
          "kartela.identities.ending",
          io.micrometer.core.instrument.Tags.of("within.days", Integer.toString(within)),
          this,
          w -> w.endings().stream().filter(e -> w.days(e.notAfter) <= within).count());
    }
  }

  private long days(Instant end) {
    return Math.floorDiv(Duration.between(clock.instant(), end).toSeconds(), 86_400L);
  }

  /** notice, warning, critical or expired; null while there is time. */
  static @Nullable String level(long daysLeft) {
    if (daysLeft < 0) {
      return "EXPIRED";
    }
    if (daysLeft <= 7) {
      return "CRITICAL";
    }
    if (daysLeft <= 30) {
      return "WARNING";
    }
    return daysLeft <= 90 ? "NOTICE" : null;
  }

  /** What ends within 90 days, soonest first; for the health page. */
  public List<Map<String, Object>> warnings() {
    List<Map<String, Object>> warnings = new ArrayList<>();
    for (Ending one : endings()) {
      long left = days(one.notAfter);
      String level = level(left);
      if (level != null && warnings.size() < SHOWN) {
        Map<String, Object> warning = new LinkedHashMap<>();
        warning.put("what", one.what);
        warning.put("level", level);
        warning.put("daysLeft", left);
        warning.put("notAfter", one.notAfter.toString());
        warnings.add(warning);
      }
    }
    return warnings;
  }

  private synchronized List<Ending> endings() {
    Instant now = clock.instant();
    if (readAt.plus(FRESH).isBefore(now)) {
      List<Ending> read = new ArrayList<>();
      for (Expiry one : Expiry.of(usual, now)) {
        read.add(new Ending("installation " + one.what(), one.notAfter()));
      }
      read.addAll(merchants(now));
      read.sort(Comparator.comparing(Ending::notAfter));
      known = List.copyOf(read);
      // As of the end: a database that is away is not waited for once more by every gauge.
      readAt = clock.instant();
    }
    return known;
  }

  /** The merchants'; those of before while the database is away. */
  private List<Ending> merchants(Instant now) {
    try {
      merchants = database.asWorker(c -> merchants(c, now));
    } catch (DatabaseException e) {
      LOG.warn("which certificates of merchants end is not known: {}", e.toString());
    }
    return merchants;
  }

  private static List<Ending> merchants(java.sql.Connection c, Instant now)
      throws java.sql.SQLException {
    String sql =
        """
        SELECT merchant_id, name, not_after FROM kartela.signing_identity
        WHERE state = 'ACTIVE' AND not_after < ? ORDER BY not_after LIMIT 1000
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setTimestamp(1, Timestamp.from(now.plus(Duration.ofDays(91))));
      List<Ending> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Ending(
                  "merchant " + r.getLong(1) + " " + r.getString(2),
                  r.getTimestamp(3).toInstant()));
        }
      }
      return found;
    }
  }
}
