package io.kartela.ledger;

import java.time.Instant;

/**
 * One grant with its own life. What is spent, held, returned or burned is always a part of a lot.
 *
 * @param id number within the account, in order of creation
 * @param terms what never changes
 * @param status what has been booked; whether it is spendable is told by the clock, see {@link
 *     #spendableAt}
 * @param remaining what is left, minor units
 * @param held the part of {@code remaining} that open holds reserve
 * @param expired what burned unused and was not reversed since
 * @param reversed how much of the grant its reversals have asked back so far
 * @param standIns the part of {@code reversed} that was taken elsewhere
 */
public record Lot(
    long id,
    Terms terms,
    Status status,
    long remaining,
    long held,
    long expired,
    long reversed,
    StandIns standIns) {

  /** Where a lot came from. */
  public enum Kind {
    ACCRUAL,
    GIFT,
    MANUAL,
    RETURN,
    TRANSFER,
    REFERRAL
  }

  /** What has been booked for a lot: not yet active, counted in the balance, or used up. */
  public enum Status {
    PENDING,
    ACTIVE,
    CLOSED
  }

  /**
   * The terms of a grant.
   *
   * @param amount minor units, 1 … {@link Ledger#MAX}
   * @param earnedAt when it was earned: the second key of the burn order
   * @param activeFrom first instant at which it can be spent
   * @param expiresAt first instant at which it no longer can, or {@link Times#NEVER}
   */
  public record Terms(
      Kind kind, long amount, Instant earnedAt, Instant activeFrom, Instant expiresAt) {
    public Terms {
      if (amount <= 0 || amount > Ledger.MAX) {
        throw new IllegalArgumentException("amount of a lot: " + amount);
      }
      earnedAt = Times.moment(earnedAt);
      activeFrom = Times.moment(activeFrom);
      expiresAt = Times.micros(expiresAt);
      if (!activeFrom.isBefore(expiresAt)) {
        throw new IllegalArgumentException("a lot must live: " + activeFrom + " … " + expiresAt);
      }
    }
  }

  public Lot {
    boolean bounded = 0 <= held && held <= remaining && remaining <= terms.amount;
    boolean counted =
        0 <= expired
            && expired <= terms.amount
            && 0 <= reversed
            && reversed <= terms.amount
            && standIns.total() <= reversed;
    if (!bounded || !counted || (status == Status.CLOSED) != (remaining == 0)) {
      throw new IllegalArgumentException(
          "lot %d: amount %d remaining %d held %d expired %d reversed %d %s %s"
              .formatted(id, terms.amount, remaining, held, expired, reversed, status, standIns));
    }
  }

  public long amount() {
    return terms.amount;
  }

  /** What no hold reserves. */
  public long free() {
    return remaining - held;
  }

  /** As {@link #free}; nothing before its activation was booked. */
  long freeIfActive() {
    return status == Status.ACTIVE ? free() : 0;
  }

  /** The clock's answer, whatever has been booked: {@code activeFrom <= at < expiresAt}. */
  public boolean spendableAt(Instant at) {
    return remaining > 0 && !at.isBefore(terms.activeFrom) && at.isBefore(terms.expiresAt);
  }

  Lot withRemaining(long left) {
    Status next = left == 0 ? Status.CLOSED : status == Status.CLOSED ? Status.ACTIVE : status;
    return new Lot(id, terms, next, left, held, expired, reversed, standIns);
  }

  Lot withHeld(long nowHeld) {
    return new Lot(id, terms, status, remaining, nowHeld, expired, reversed, standIns);
  }

  Lot withExpired(long nowExpired) {
    return new Lot(id, terms, status, remaining, held, nowExpired, reversed, standIns);
  }

  Lot withReversed(long nowReversed) {
    return new Lot(id, terms, status, remaining, held, expired, nowReversed, standIns);
  }

  Lot withStandIns(StandIns now) {
    return new Lot(id, terms, status, remaining, held, expired, reversed, now);
  }

  /** The same in another account, whose lots are all numbered on by as much. */
  Lot numbered(long number) {
    StandIns there = standIns.shifted(number - id);
    return new Lot(number, terms, status, remaining, held, expired, reversed, there);
  }

  Lot activated() {
    return new Lot(id, terms, Status.ACTIVE, remaining, held, expired, reversed, standIns);
  }
}
