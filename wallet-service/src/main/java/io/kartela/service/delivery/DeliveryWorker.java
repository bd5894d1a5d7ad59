package io.kartela.service.delivery;

import io.kartela.service.db.Database;
import io.kartela.service.delivery.AppleDelivery.GoogleHolders;
import io.kartela.service.pass.Passes;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/**
 * Brings changed cards to phones: takes {@code PASS_CHANGED} rows from the outbox, across
 * merchants, and pushes. Several nodes share the work; delivery is at least once. Start it once;
 * thread-safe.
 *
 * <p>A row names a member. Its payload may carry {@code news}, a text for the card, and {@code
 * notify}; the whole payload is handed to the listener with the result.
 */
public final class DeliveryWorker implements AutoCloseable {
  private final Lane apple;

  public DeliveryWorker(
      Database database,
      Passes passes,
      ApplePush push,
      DeliveryListener listener,
      MeterRegistry registry,
      InstantSource clock,
      DeliverySettings settings) {
    Outbox outbox = new Outbox(database);
    DeliveryMeters meters = new DeliveryMeters(registry, outbox, clock);
    Finish finish = new Finish(outbox, listener, settings);
    this.apple =
        new Lane(
            Outbox.PASS_CHANGED,
            outbox,
            new AppleDelivery(database, passes, push, new NoGoogle(), finish, meters, clock),
            settings);
  }

  private static final class NoGoogle implements GoogleHolders {
    @Override
    public Map<Long, Boolean> of(Connection c, long merchantId, Collection<Long> memberIds) {
      return Map.of();
    }

    @Override
    public void wake() {
      // Nobody sleeps there.
    }
  }

  /** Begins to work. */
  public void start() {
    apple.start();
  }

  /**
   * Call it after a commit that wrote to the outbox: delivery begins at once instead of at the next
   * look.
   */
  public void wake() {
    apple.wake();
  }

  /**
   * Claims nothing more, waits up to ten seconds for what is under way; the rest is left for the
   * next start.
   */
  @Override
  public void close() {
    apple.close();
  }
}
