package io.kartela.ledger.postgres;

import java.time.Instant;

/**
 * What burns at one instant over all members of a merchant.
 *
 * @param at first instant at which it is gone
 * @param amount minor units
 * @param accounts members whom it concerns
 */
public record BurnForecast(Instant at, long amount, long accounts) {}
