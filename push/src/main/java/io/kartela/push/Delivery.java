package io.kartela.push;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one message. Exhaustive: switch over it without a default. */
public sealed interface Delivery {

  /**
   * The vendor took it. Whether a person saw it is not known.
   *
   * @param vendorId the vendor's name for this message; may be empty
   */
  record Delivered(String vendorId) implements Delivery {
    public Delivered {
      Objects.requireNonNull(vendorId);
    }
  }

  /**
   * The vendor refused for good: sending the same again is useless.
   *
   * @param reason the vendor's own word, such as {@code Unregistered}
   * @param address what it says about the address (token, phone number)
   * @param deadSince when the address died, by the vendor's clock; null when not told. Forget the
   *     address only if it was registered before this instant and has not changed since.
   */
  record Rejected(String reason, AddressFate address, @Nullable Instant deadSince)
      implements Delivery {
    public Rejected {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(address);
    }
  }

  /**
   * Nobody is to blame: the vendor was busy, out of reach or silent. The message may or may not
   * have arrived.
   *
   * @param reason for people and logs
   * @param after how long to wait at least
   */
  record Retry(String reason, Duration after) implements Delivery {
    public Retry {
      Objects.requireNonNull(reason);
      requirePositive(after);
    }
  }

  /**
   * The vendor wants less, from us or for this address.
   *
   * @param reason the vendor's own word
   * @param after how long to wait at least
   */
  record Throttled(String reason, Duration after) implements Delivery {
    public Throttled {
      Objects.requireNonNull(reason);
      requirePositive(after);
    }
  }

  /** What to do with the address of a rejected message. */
  enum AddressFate {
    /** The address is not at fault: our certificate, topic or message is. */
    KEEP,
    /**
     * Stop using it, but do not delete: a wrong certificate or environment gives the same answer
     * for every address, and deleting would wipe a merchant.
     */
    QUARANTINE,
    /** Gone: see {@link Rejected#deadSince()}. */
    DEAD
  }

  private static void requirePositive(Duration after) {
    if (after.isNegative() || after.isZero()) {
      throw new IllegalArgumentException("a wait is longer than nothing: " + after);
    }
  }
}
