package io.kartela.ledger;

import java.util.List;

/**
 * A payment with bonuses: the entry that booked it, what it burned, and what has come back since.
 *
 * @param seq the entry's number within the account; keep it with the receipt, returns ask for it
 * @param portions in burn order
 * @param refunded what returns have given back so far, minor units
 */
public record Redemption(long seq, List<Portion> portions, long refunded) {
  public Redemption {
    portions = List.copyOf(portions);
    if (refunded < 0 || refunded > Portions.sum(portions)) {
      throw new IllegalArgumentException("redemption " + seq + " refunded " + refunded);
    }
  }

  public long amount() {
    return Portions.sum(portions);
  }

  /** What can still be given back. */
  public long refundable() {
    return amount() - refunded;
  }

  Redemption withRefunded(long total) {
    return new Redemption(seq, portions, total);
  }
}
