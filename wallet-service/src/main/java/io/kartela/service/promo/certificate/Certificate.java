package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it stands.
 *
 * @param tail the last symbols of its code, by which people tell it from others
 * @param endsAt first instant at which it is not good any more; null: it never ends
 * @param memberId whose card shows it; 0 = nobody's
 * @param recipient for whom it is, in the seller's words; may be ""
 */
record Certificate(
    long id,
    LocalText kind,
    Origin origin,
    long rest,
    String tail,
    Instant issuedAt,
    @Nullable Instant endsAt,
    @Nullable Instant blockedAt,
    long memberId,
    String recipient) {
  /** What a person is told of it. */
  enum State {
    ACTIVE,
    EMPTY,
    ENDED,
    BLOCKED
  }

  State state(Instant at) {
    if (blockedAt != null) {
      return State.BLOCKED;
    }
    if (ended(at)) {
      return State.ENDED;
    }
    return rest == 0 ? State.EMPTY : State.ACTIVE;
  }

  /** Whatever job runs or does not (C5). */
  boolean ended(Instant at) {
    return endsAt != null && !at.isBefore(endsAt);
  }
}
