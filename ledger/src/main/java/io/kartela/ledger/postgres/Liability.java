package io.kartela.ledger.postgres;

/**
 * What a merchant owes its members at an instant, minor units, derived from the lots by the clock.
 *
 * @param active can be spent or is held
 * @param pending will become active
 * @param held the part of {@code active} that open holds reserve
 * @param debt what members owe; not netted, because it may never come back
 * @param accounts members with something active or pending
 */
public record Liability(long active, long pending, long held, long debt, long accounts) {}
