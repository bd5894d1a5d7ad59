package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Wish;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.till.scan.SpendPermits;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spending needs a proof that the member is there. It is asked for in the transaction that spends,
 * behind the account's lock, and used up in it: one code is one spending, and one that fails leaves
 * the code as it was. Thread-safe.
 */
final class SpendGuard {
  /** Refusals of a spending for want of a proof. */
  static final Set<ProblemCode> UNPROVEN =
      Set.of(ProblemCode.SPENDING_NEEDS_CODE, ProblemCode.SPENDING_NEEDS_CARD);

  private final TillRules rules;
  private final SpendPermits permits = new SpendPermits();

  /** What a purchase rests on when it spends. */
  sealed interface Consent {
    /** The register must have what it takes at this time. */
    record Wanted(Instant at) implements Consent {}

    /** The card was read with the purchase itself, where there was no network. */
    record Given() implements Consent {}
  }

  SpendGuard(TillRules rules) {
    this.rules = rules;
  }

  /** The proof as a part of the round trip that locks the account. */
  Proof ask(
      RoundTrip trip, RegisterPrincipal register, ReceiptRequest.Checked request, Consent consent) {
    // A hold has been asked already, and is the proof itself; what is sold may find it over.
    boolean held = request.holdId() != 0 && request.sold() == null;
    boolean spends = !(request.wish() instanceof Wish.None) && !held;
    return spends && consent instanceof Consent.Wanted(Instant at)
        ? ask(trip, register, request.memberId(), at)
        : new Proof(register, request.memberId(), null);
  }

  /** As {@link #ask(RoundTrip, RegisterPrincipal, ReceiptRequest.Checked, Consent)}. */
  Proof ask(RoundTrip trip, RegisterPrincipal register, long memberId, Instant at) {
    return new Proof(
        register,
        memberId,
        permits.ask(trip, register, memberId, rules.of(register.merchantId()), at));
  }

  /** What was answered, once the round trip has run. */
  final class Proof {
    private final RegisterPrincipal register;
    private final long memberId;
    private final @Nullable Answer<SpendPermits.Verdict> verdict;

    private Proof(
        RegisterPrincipal register, long memberId, @Nullable Answer<SpendPermits.Verdict> verdict) {
      this.register = register;
      this.memberId = memberId;
      this.verdict = verdict;
    }

    /** A problem when there is none; to be called for what is not booked already. */
    void require() {
      if (verdict != null && verdict.get().refusal().isPresent()) {
        throw new Problem(verdict.get().refusal().get());
      }
    }

    /** Uses up what was good for one spending. */
    void use(RoundTrip trip) {
      if (verdict != null && verdict.get().byCode()) {
        permits.use(trip, register, memberId);
      }
    }
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
