package io.kartela.service.program.whatif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay asked for.
 *
 * @param document the program as it was when asked
 * @param from first instant of the period
 * @param to first instant after it
 * @param sample percent of the members (and of the receipts without a card) that are replayed
 * @param spending how much members wish to pay with bonuses
 * @param bonusValueBp what a bonus costs the shop, of its face value
 */
record WhatIfJob(
    long merchantId,
    long id,
    @Nullable Long draftId,
    String name,
    String document,
    Instant from,
    Instant to,
    int sample,
    Spending spending,
    int bonusValueBp,
    String createdBy,
    Instant createdAt) {
  /** How much a member wishes to pay with bonuses. */
  enum Spending {
    /** As much as was really paid. */
    AS_SPENT,
    /** As much as was really paid; whoever paid as much as was allowed does so again. */
    AS_ALLOWED
  }
}
