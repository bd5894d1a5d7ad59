package io.kartela.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ledgers with one mistake each; whatever proves the ledger right must find every one wrong. */
public final class BrokenLedgers {
  private BrokenLedgers() {}

  public static Map<String, Ledger> all() {
    Map<String, Ledger> broken = new LinkedHashMap<>();
    broken.put(
        "burns what was earned first, not what expires first",
        with(
            new Conventions() {
              @Override
              Comparator<Lot> burnOrder() {
                return Comparator.comparing((Lot lot) -> lot.terms().earnedAt())
                    .thenComparingLong(Lot::id);
              }
            }));
    broken.put(
        "forgets that equal expiries are ordered by the time of earning",
        with(
            new Conventions() {
              @Override
              Comparator<Lot> burnOrder() {
                return Comparator.comparing((Lot lot) -> lot.terms().expiresAt())
                    .thenComparingLong(lot -> -lot.id());
              }
            }));
    broken.put(
        "returns in burn order instead of backwards",
        with(
            new Conventions() {
              @Override
              Comparator<Lot> returnOrder() {
                return burnOrder();
              }
            }));
    broken.put(
        "spends at the very instant of expiry",
        with(
            new Conventions() {
              @Override
              boolean expired(Lot lot, Instant at) {
                return at.isAfter(lot.terms().expiresAt());
              }
            }));
    broken.put(
        "activates a moment too late",
        with(
            new Conventions() {
              @Override
              boolean active(Lot lot, Instant at) {
                return at.isAfter(lot.terms().activeFrom());
              }
            }));
    broken.put(
        "rounds what a grant repays of a debt down to even",
        with(
            new Conventions() {
              @Override
              long repayment(long debt, long free) {
                return Math.min(debt, free) / 2 * 2;
              }
            }));
    broken.put(
        "gives back to a lot whose grant was reversed",
        with(
            new Conventions() {
              @Override
              long madeGood(long back, long takenElsewhere) {
                return 0;
              }
            }));
    return broken;
  }

  private static Ledger with(Conventions conventions) {
    return new Ledger(conventions);
  }
}
