package io.kartela.service.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program in the making; its document may be anything.
 *
 * @param basedOn the version it was made from; 0 = none
 * @param revision grows with every change, so that two editors notice each other
 * @param publishedAs the version it became last, or null
 */
record Draft(
    long id,
    String name,
    String document,
    int basedOn,
    int revision,
    @Nullable Integer publishedAs,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {}
