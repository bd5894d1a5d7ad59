package io.kartela.rules;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A judged receipt with everything it was judged by: what must be stored so that a return in three
 * months undoes exactly what happened.
 *
 * @param basket what was bought
 * @param facts what was known of the member
 * @param at when
 * @param storeZone the store's zone
 * @param evaluation the result
 */
public record Receipt(
    Basket basket, Facts facts, Instant at, ZoneId storeZone, Evaluation evaluation) {}
