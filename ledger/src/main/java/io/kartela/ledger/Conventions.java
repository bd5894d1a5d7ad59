package io.kartela.ledger;

import java.time.Instant;
import java.util.Comparator;

/**
 * The few decisions of the specification on which everything turns. They are gathered behind one
 * package-private seam so that a test can break one and prove that the reference model notices.
 */
class Conventions {
  /** C3: expiry ascending (never last), then time of earning, then number. */
  Comparator<Lot> burnOrder() {
    return Comparator.comparing((Lot lot) -> lot.terms().expiresAt())
        .thenComparing(lot -> lot.terms().earnedAt())
        .thenComparingLong(Lot::id);
  }

  /** C7: what was burned last comes back first. */
  Comparator<Lot> returnOrder() {
    return burnOrder().reversed();
  }

  /** C4, C5: half-open, the instant of expiry itself is too late. */
  boolean expired(Lot lot, Instant at) {
    return !at.isBefore(lot.terms().expiresAt());
  }

  boolean active(Lot lot, Instant at) {
    return !at.isBefore(lot.terms().activeFrom());
  }

  /** How much of a debt a new amount repays. */
  long repayment(long debt, long free) {
    return Math.min(debt, free);
  }

  /** How much of what comes back to a lot makes good what its reversal took elsewhere. */
  long madeGood(long back, long takenElsewhere) {
    return Math.min(back, takenElsewhere);
  }
}
