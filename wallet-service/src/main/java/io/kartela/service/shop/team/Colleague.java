package io.kartela.service.shop.team;

import io.kartela.service.shop.staff.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works, worked or is to work in the cabinet.
 *
 * @param stores a manager's
 */
record Colleague(
    long id, String name, String email, Role role, State state, Times times, Set<Long> stores) {

  /** Whether they get in. */
  enum State {
    /** A link waits for them. */
    INVITED,
    /** The link was not used in time, or taken back. */
    NOT_JOINED,
    ACTIVE,
    ENDED
  }

  boolean secondFactor() {
    return times.secondFactor;
  }

  /**
   * What the database knows of their access.
   *
   * @param secondFactor whether they sign in with more than a password
   */
  record Times(
      @Nullable Instant joinedAt,
      @Nullable Instant lastSignInAt,
      @Nullable Instant endedAt,
      @Nullable Instant invitedUntil,
      boolean secondFactor) {

    State state(Instant now) {
      if (endedAt != null) {
        return State.ENDED;
      }
      if (joinedAt != null) {
        return State.ACTIVE;
      }
      return invitedUntil != null && now.isBefore(invitedUntil) ? State.INVITED : State.NOT_JOINED;
    }
  }
}
