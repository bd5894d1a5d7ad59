package io.kartela.service.member.segment;

import java.time.Instant;

/** A condition under a name. */
record Segment(
    long id,
    String name,
    MemberCondition condition,
    int revision,
    String createdBy,
    String updatedBy,
    Instant updatedAt) {}
