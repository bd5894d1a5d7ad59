package io.kartela.rules;

import java.time.Instant;
import java.time.ZoneId;

/** Dates of lots. */
final class Lots {
  private Lots() {}

  /** The same clock time so many local days later. */
  static Instant activeFrom(Instant at, int pendingDays, ZoneId zone) {
    return pendingDays == 0 ? at : at.atZone(zone).plusDays(pendingDays).toInstant();
  }
}
