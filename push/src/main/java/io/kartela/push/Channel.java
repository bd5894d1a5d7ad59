package io.kartela.push;

/**
 * A way to reach somebody. Implementations are thread-safe and meant to be shared; {@code send}
 * blocks the calling (virtual) thread until the vendor answered or the channel's own time limit
 * passed. A vendor's "no" is a value; nothing is thrown for it, nor for a vendor out of reach.
 *
 * @param <M> what is sent, the address included
 */
public interface Channel<M> extends AutoCloseable {

  /**
   * Sends once; never retries by itself.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  Delivery send(M message);

  /** Lets go of connections; waits shortly for what is under way. */
  @Override
  void close();
}
