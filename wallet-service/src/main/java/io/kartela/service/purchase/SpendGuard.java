package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Wish;
import io.kartela.service.db.Database;
import io.kartela.service.http.Problem;
import io.kartela.service.scan.SpendPermits;
import io.kartela.service.store.RegisterPrincipal;
import io.kartela.service.store.TillRules;
import io.kartela.service.store.TillSettings;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Spending by phone alone needs the member's consent. What was booked already may be asked for
 * again at any time: a repetition spends nothing. Thread-safe.
 */
final class SpendGuard {
  private final Database database;
  private final TillRules rules;
  private final InstantSource clock;
  private final SpendPermits permits = new SpendPermits();

  SpendGuard(Database database, TillRules rules, InstantSource clock) {
    this.database = database;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Refuses a receipt that spends without being allowed to.
   *
   * @return whether a code allowed it; see {@link #spent}
   */
  boolean receipt(RegisterPrincipal register, ReceiptRequest.Checked request, String key) {
    boolean spends =
        !(request.wish() instanceof Wish.None) && request.memberId() != 0 && request.holdId() == 0;
    return spends
        && require(register, request.memberId(), "receipt:" + register.registerId() + ":" + key);
  }

  /** A hold spends later what is asked for now. */
  boolean hold(RegisterPrincipal register, long memberId, String key) {
    return require(register, memberId, "hold:" + register.registerId() + ":" + key);
  }

  private boolean require(RegisterPrincipal register, long memberId, String operation) {
    SpendPermits.Verdict verdict = verdict(register, memberId, operation);
    if (verdict.refusal().isPresent()) {
      throw new Problem(verdict.refusal().get());
    }
    return verdict.byCode();
  }

  /** Why this register may not spend; empty when it may or when the operation is booked already. */
  SpendPermits.Verdict verdict(RegisterPrincipal register, long memberId, String operation) {
    TillSettings settings = rules.of(register.merchantId());
    SpendPermits.Verdict free = new SpendPermits.Verdict(Optional.empty(), false);
    if (settings.phoneSpending() == TillSettings.PhoneSpending.FREE && !settings.scanRequired()) {
      return free;
    }
    return database.inTenant(
        register.merchantId(),
        c -> {
          SpendPermits.Verdict verdict =
              permits.verdict(c, register, memberId, settings, clock.instant());
          return verdict.refusal().isPresent()
                  && known(c, register.merchantId(), operation).isPresent()
              ? free
              : verdict;
        });
  }

  /** A code is for one purchase. */
  void spent(RegisterPrincipal register, long memberId) {
    database.inTenant(
        register.merchantId(),
        c -> {
          permits.use(c, register, memberId);
          return true;
        });
  }

  /** What was booked under this operation. */
  static Optional<Operation> known(Connection c, long merchantId, String operation) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, merchantId);
    Answer<Optional<Operation>> answer = PostgresLedger.operation(trip, merchantId, operation);
    trip.run(c);
    return answer.get();
  }
}
