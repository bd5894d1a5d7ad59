package io.kartela.ledger;

import java.util.List;

/**
 * A payment with bonuses: the entry that booked it, what it burned, and what has come back since.
 *
 * @param account where it was booked when that account was merged into this one since, otherwise 0
 * @param seq the entry's number within the account; keep it with the receipt, returns ask for it
 * @param portions in burn order
 * @param refunded what returns have given back so far, minor units
 */
public record Redemption(long account, long seq, List<Portion> portions, long refunded) {
  /** A payment from the account itself. */
  public Redemption(long seq, List<Portion> portions, long refunded) {
    this(0, seq, portions, refunded);
  }

  /** What names a redemption within an account and those it inherited. */
  record Key(long account, long seq) {}

  Key key() {
    return new Key(account, seq);
  }

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
    return new Redemption(account, seq, portions, total);
  }
}
