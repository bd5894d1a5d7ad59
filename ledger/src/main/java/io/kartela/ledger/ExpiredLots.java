package io.kartela.ledger;

import java.time.Instant;

/** What happens to bonuses that come back to a lot whose life is over. */
public sealed interface ExpiredLots {
  /**
   * Default: they live on in a new lot.
   *
   * @param until first instant at which that lot is dead; the usual 14 days are {@code
   *     Times.endOfDayAfter(returnedAt, 14, zone)}
   */
  record Grace(Instant until) implements ExpiredLots {
    public Grace {
      until = Times.micros(until);
    }
  }

  /** They come back and burn in the same breath; both are booked. */
  record Strict() implements ExpiredLots {}
}
