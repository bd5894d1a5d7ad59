package io.kartela.service.delivery;

import io.kartela.service.db.Database;
import io.kartela.service.delivery.AppleDelivery.GoogleHolders;
import io.kartela.service.pass.Passes;
import io.kartela.service.pass.google.GoogleCards;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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
  private final Optional<Lane> google;

  /** Without Google Wallet. */
  public DeliveryWorker(
      Database database,
      Passes passes,
      ApplePush push,
      DeliveryListener listener,
      MeterRegistry registry,
      InstantSource clock,
      DeliverySettings settings) {
    this(database, passes, push, Optional.empty(), listener, registry, clock, settings);
  }

  public DeliveryWorker(
      Database database,
      Passes passes,
      ApplePush push,
      Optional<GoogleCards> googleCards,
      DeliveryListener listener,
      MeterRegistry registry,
      InstantSource clock,
      DeliverySettings settings) {
    Outbox outbox = new Outbox(database);
    DeliveryMeters meters = new DeliveryMeters(registry, outbox, clock);
    Finish finish = new Finish(outbox, listener, settings);
    this.google =
        googleCards.map(
            cards ->
                new Lane(
                    Outbox.GOOGLE_OBJECT,
                    outbox,
                    new GoogleDelivery(database, cards, finish, meters),
                    settings));
    GoogleHolders holders = googleCards.<GoogleHolders>map(Handover::new).orElse(new NoGoogle());
    this.apple =
        new Lane(
            Outbox.PASS_CHANGED,
            outbox,
            new AppleDelivery(database, passes, push, holders, finish, meters, clock),
            settings);
  }

  /**
   * Google's part of a change becomes work of its own, so that its slowness delays no Apple phone.
   */
  private final class Handover implements GoogleHolders {
    private final GoogleCards cards;

    Handover(GoogleCards cards) {
      this.cards = cards;
    }

    @Override
    public Map<Long, Boolean> of(Connection c, long merchantId, Collection<Long> memberIds)
        throws SQLException {
      return cards.holders(c, merchantId, memberIds);
    }

    @Override
    public void wake() {
      google.ifPresent(Lane::wake);
    }
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
    google.ifPresent(Lane::start);
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
    google.ifPresent(Lane::close);
  }
}
