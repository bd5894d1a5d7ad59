package io.kartela.ledger;

/**
 * What became of a reversed grant; the parts after {@code amount} sum up to it.
 *
 * @param pending cancelled before it became active
 * @param fromLot taken from what was left of the grant itself
 * @param burnedBefore had burned unused earlier, so there was nothing to take
 * @param fromOthers taken from other bonuses of the member
 * @param debt booked as a debt (policy DEBT)
 * @param shortfall forgiven (other policies), to be reported
 */
public record Reversal(
    long amount,
    long pending,
    long fromLot,
    long burnedBefore,
    long fromOthers,
    long debt,
    long shortfall) {}
