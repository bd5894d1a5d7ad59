package io.kartela.ledger;

/** A part of one lot: what a redemption burned of it, what a hold reserves of it. */
public record Portion(long lotId, long amount) {
  public Portion {
    if (amount <= 0) {
      throw new IllegalArgumentException("portion of lot " + lotId + ": " + amount);
    }
  }
}
