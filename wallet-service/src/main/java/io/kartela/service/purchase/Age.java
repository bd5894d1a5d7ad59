package io.kartela.service.purchase;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long ago something may have happened that a register tells only now: one rule for every way
 * in, because a register's clock proves nothing. Thread-safe.
 */
final class Age {
  /** How far a register's clock may be from ours. */
  static final Duration SKEW = Duration.ofMinutes(10);

  private final Database database;
  private final TillRules rules;
  private final InstantSource clock;

  Age(Database database, TillRules rules, InstantSource clock) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
  }

  /** Refuses what is too old. */
  void check(RegisterPrincipal register, Instant at) {
    int days = rules.of(register.merchantId()).offlineDays();
    if (at.isBefore(clock.instant().minus(Duration.ofDays(days)).minus(SKEW))) {
      throw new Problem(ProblemCode.OFFLINE_TOO_OLD, days);
    }
  }

  /** As {@link #check}; what was booked under this operation may be asked for again at any time. */
  void check(RegisterPrincipal register, Instant at, String operation) {
    try {
      check(register, at);
    } catch (Problem e) {
      long merchantId = register.merchantId();
      if (database.inTransaction(c -> SpendGuard.known(c, merchantId, operation)).isEmpty()) {
        throw e;
      }
    }
  }
}
