package io.kartela.service.program.whatif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as the replay reads it. Kopecks.
 *
 * @param memberId 0 = without a card
 * @param bought full price of what was paid for
 * @param counted what really counts towards tiers and sums
 * @param returned money given back so far
 * @param sofar all returns so far as JSON, or null
 * @param returnedAt when the last return was, or null
 * @param document null for a receipt from before the period, which is only summed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReceiptRow(
    long id,
    long memberId,
    Instant at,
    long bought,
    long discount,
    long money,
    long counted,
    long returned,
    int programNumber,
    @Nullable String sofar,
    @Nullable Instant returnedAt,
    byte @Nullable [] document) {}
