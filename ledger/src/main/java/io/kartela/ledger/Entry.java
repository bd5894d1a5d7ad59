package io.kartela.ledger;

import java.time.Instant;

/**
 * One line of an account's history; never changed, never removed.
 *
 * @param seq 1, 2, 3 … within the account, without gaps
 * @param balanceAfter the balance right after this line, minor units, may be negative
 * @param eventAt when it happened, which may be long before it was recorded
 * @param causeSeq the redemption that a REFUND gives back, otherwise 0
 * @param causeAccount the account in which that redemption was booked when it was merged into this
 *     one since, otherwise 0
 */
public record Entry(
    long seq,
    Op op,
    Change change,
    long balanceAfter,
    Instant eventAt,
    Note note,
    long causeSeq,
    long causeAccount) {

  /**
   * What a line is about. EXPIRE with a plus takes an earlier one back: a payment made before the
   * end came to be known after it. REVERSE that takes nothing from the balance: an earlier one took
   * elsewhere what has now come back to its own lot.
   */
  public enum Op {
    ACCRUE,
    GIFT,
    CREDIT,
    DEBIT,
    REDEEM,
    REFUND,
    REVERSE,
    ACTIVATE,
    EXPIRE,
    REPAY,
    TRANSFER_IN,
    TRANSFER_OUT,
    REFERRAL
  }

  /**
   * Signed changes, minor units. Σ moves of lots by the same line = balance + debt + pending.
   *
   * @param balance change of the balance (active lots less debt)
   * @param pending change of what is granted but not yet active
   * @param debt change of what the member owes
   */
  public record Change(long balance, long pending, long debt) {}

  public Entry {
    if (seq <= 0) {
      throw new IllegalArgumentException("entry " + seq);
    }
  }
}
