package io.kartela.push;

import java.util.Objects;

/**
 * What a vendor tells later of words it took. Reports come late, twice, in the wrong order, and of
 * words that are not ours.
 *
 * @param vendorId the vendor's name for the words, as in {@link Answer.Accepted}
 * @param code the vendor's own word for it
 */
public record Report(String vendorId, Fate fate, String code) {
  public Report {
    Objects.requireNonNull(vendorId);
    Objects.requireNonNull(fate);
    Objects.requireNonNull(code);
  }

  /** What became of the words. */
  public enum Fate {
    /** Nothing final yet. */
    ON_THE_WAY,
    DELIVERED,
    /** The person had them on the screen. */
    SEEN,
    /** Not delivered in the time we gave; the address is not to blame. */
    EXPIRED,
    /** Not delivered; the address is not to blame, or nobody says why. */
    FAILED,
    /** The address is barred for now: it may live again in a month. */
    BARRED,
    /** The address is dead. */
    DEAD,
    /** The person lets nothing of ours through. */
    WITHDRAWN
  }
}
