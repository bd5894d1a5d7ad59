package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to read of an account when it is locked. The less is asked for, the less is read: a grant
 * needs nothing but {@link #of}, a payment {@link #covering}, a return the redemption or the lot.
 *
 * @param at the instant of the operations in mind
 * @param until everything due until then is read; later than {@code at} when the clock is to be
 *     booked further than the event
 * @param covering active lots are read in burn order until they hold this much free amount
 * @param everything read every open lot, pending ones too
 */
public record Opening(
    AccountId id,
    Instant at,
    Instant until,
    long covering,
    boolean everything,
    @Nullable String operationKey,
    List<Long> lots,
    List<Long> redemptions,
    List<Long> holds,
    List<Inherited> inherited) {

  /**
   * A redemption of an account that was merged into this one.
   *
   * @param lotOffset see {@link io.kartela.ledger.Account.Heir}, summed up along the merges
   */
  public record Inherited(long account, long lotOffset, long seq) {}

  public Opening {
    at = Times.micros(at);
    until = Times.micros(until);
    lots = List.copyOf(lots);
    redemptions = List.copyOf(redemptions);
    holds = List.copyOf(holds);
    inherited = List.copyOf(inherited);
  }

  /** Only the account itself, enough for grants. */
  public static Opening of(AccountId id, Instant at) {
    return new Opening(id, at, at, 0, false, null, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * What falls due until a later instant too, so that it can be booked beside an event that comes
   * late.
   */
  public Opening until(Instant later) {
    Instant latest = later.isAfter(at) ? later : at;
    return new Opening(
        id, at, latest, covering, everything, operationKey, lots, redemptions, holds, inherited);
  }

  /** Enough lots to spend, hold, transfer, debit or reverse this amount, or all if it is less. */
  public Opening covering(long amount) {
    return new Opening(
        id, at, until, amount, everything, operationKey, lots, redemptions, holds, inherited);
  }

  /** Every open lot, for merging. */
  public Opening withEverything() {
    return new Opening(
        id, at, until, Long.MAX_VALUE, true, operationKey, lots, redemptions, holds, inherited);
  }

  /** Reads the idempotency record of this key too, after the lock has been taken. */
  public Opening withOperation(String key) {
    return new Opening(
        id, at, until, covering, everything, key, lots, redemptions, holds, inherited);
  }

  /** A granted lot that will be reversed. */
  public Opening withLot(long lotId) {
    return new Opening(
        id,
        at,
        until,
        covering,
        everything,
        operationKey,
        plus(lots, lotId),
        redemptions,
        holds,
        inherited);
  }

  /** A redemption that will be refunded. */
  public Opening withRedemption(long seq) {
    return new Opening(
        id,
        at,
        until,
        covering,
        everything,
        operationKey,
        lots,
        plus(redemptions, seq),
        holds,
        inherited);
  }

  /** A hold that will be committed or released. */
  public Opening withHold(long holdId) {
    return new Opening(
        id,
        at,
        until,
        covering,
        everything,
        operationKey,
        lots,
        redemptions,
        plus(holds, holdId),
        inherited);
  }

  /** A redemption that will be refunded, of an account that was merged into this one. */
  public Opening withInherited(Inherited paid) {
    List<Inherited> more = Stream.concat(inherited.stream(), Stream.of(paid)).toList();
    return new Opening(
        id, at, until, covering, everything, operationKey, lots, redemptions, holds, more);
  }

  private static List<Long> plus(List<Long> list, long value) {
    return Stream.concat(list.stream(), Stream.of(value)).toList();
  }
}
