package io.kartela.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A promise to a till: this amount stays spendable until the hold's end, from exactly these lots.
 *
 * @param id number within the account
 * @param expiresAt first instant at which the promise no longer stands; never later than the first
 *     expiry among the lots, so that a held bonus cannot burn under an open hold
 * @param portions in burn order; their sum is the amount
 */
public record Hold(
    long id, Status status, Instant createdAt, Instant expiresAt, List<Portion> portions) {

  /** Where a hold is in its life. OPEN past its end is as good as EXPIRED: the clock decides. */
  public enum Status {
    OPEN,
    COMMITTED,
    RELEASED,
    EXPIRED
  }

  public Hold {
    portions = List.copyOf(portions);
    if (portions.isEmpty() || !createdAt.isBefore(expiresAt)) {
      throw new IllegalArgumentException("hold " + id + " holds nothing");
    }
  }

  public long amount() {
    return Portions.sum(portions);
  }

  public boolean openAt(Instant at) {
    return status == Status.OPEN && at.isBefore(expiresAt);
  }

  Hold with(Status next) {
    return new Hold(id, next, createdAt, expiresAt, portions);
  }
}
