package io.kartela.ledger.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's figures at an instant, minor units, whatever has been booked by then.
 *
 * @param balance active bonuses less debt; includes {@code held}
 * @param available what can be spent right now
 * @param pending granted, not yet active
 * @param held reserved by open holds
 * @param debt what later grants repay first
 * @param nextBurn what of the balance burns next, or null if nothing ever does
 */
public record MemberBalance(
    long accountId,
    long balance,
    long available,
    long pending,
    long held,
    long debt,
    @Nullable Burn nextBurn) {

  /**
   * What burns at one instant.
   *
   * @param at first instant at which it is gone
   */
  public record Burn(Instant at, long amount) {}
}
