package io.kartela.push;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A way for words to one person. Thread-safe and meant to be shared; calls block the calling
 * (virtual) thread until the vendor answered or the channel's own time limit passed. A "no" is a
 * value; nothing is thrown for it, nor for a vendor out of reach.
 *
 * @param <M> what is sent, the address included
 */
public interface TextChannel<M> extends AutoCloseable {

  /** Sends once; never retries by itself: words twice cost money and confuse. */
  Answer send(M message);

  /**
   * Whether the vendor tells messages apart by our id: one that is sent again, after an answer that
   * got lost, then arrives once.
   */
  default boolean knowsIds() {
    return false;
  }

  /**
   * How these fared, for vendors that are asked; at most a hundred at once. What the vendor does
   * not know, and all when it is out of reach, is left out.
   */
  default List<Report> reports(Collection<Sent> sent) {
    return List.of();
  }

  /** What is left on the account, in its own currency; empty when nobody could say. */
  default Optional<BigDecimal> balance() {
    return Optional.empty();
  }

  /**
   * Words that were taken.
   *
   * @param address as it was sent to; some vendors ask for it
   */
  record Sent(String vendorId, String address) {
    /** Addresses stay out of logs. */
    @Override
    public String toString() {
      return vendorId;
    }
  }

  @Override
  default void close() {
    // Most hold nothing open.
  }
}
