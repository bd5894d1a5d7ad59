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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changed cards to phones: takes {@code PASS_CHANGED} rows from the outbox, across
 * merchants, and pushes; beside them {@code CARD_RESTYLED} rows, of which any number may wait
 * without delaying the others. Several nodes share the work; delivery is at least once. Start it
 * once; thread-safe.
 *
 * <p>A row names a member. Its payload may carry {@code news}, a text for the card, and {@code
 * notify}; the whole payload is handed to the listener with the result.
 */
public final class DeliveryWorker implements AutoCloseable {
  /** Cards in one request to Google: what its pace gives in a second. */
  private static final int TOGETHER = 20;

  /** Such requests at once: with answers of five seconds they still hold the pace. */
  private static final int BATCHES = 6;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  private final Outbox outbox;
  private final Lane apple;
  private final Lane restyled;
  private final Map<String, Lane> google = new LinkedHashMap<>();

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
    this.outbox = new Outbox(database);
    DeliveryMeters meters = new DeliveryMeters(registry, outbox, clock);
    Finish finish = new Finish(outbox, listener, settings);
    PushPace pace = new PushPace(clock);
    googleCards.ifPresent(
        cards -> {
          GoogleDelivery handler = new GoogleDelivery(database, cards, finish, meters);
          google.put(
              Outbox.GOOGLE_OBJECT, new Lane(Outbox.GOOGLE_OBJECT, outbox, handler, settings));
          google.put(
              Outbox.GOOGLE_RESTYLED,
              new Lane(
                  Outbox.GOOGLE_RESTYLED,
                  outbox,
                  handler::deliverTogether,
                  settings.together(TOGETHER, BATCHES)));
        });
    this.apple =
        new Lane(
            Outbox.PASS_CHANGED,
            outbox,
            new AppleDelivery(
                database,
                passes,
                push,
                holders(googleCards, Outbox.GOOGLE_OBJECT),
                finish,
                meters,
                pace,
                clock),
            settings);
    this.restyled =
        new Lane(
            Outbox.CARD_RESTYLED,
            outbox,
            new AppleDelivery(
                database,
                passes,
                push,
                holders(googleCards, Outbox.GOOGLE_RESTYLED),
                finish,
                meters,
                pace,
                clock),
            settings.background(settings.batch()));
  }

  private GoogleHolders holders(Optional<GoogleCards> cards, String kind) {
    return cards.<GoogleHolders>map(c -> new Handover(c, kind)).orElse(new NoGoogle());
  }

  /**
   * Google's part of a change becomes work of its own, so that its slowness delays no Apple phone.
   */
  private final class Handover implements GoogleHolders {
    private final GoogleCards cards;
    private final String kind;

    Handover(GoogleCards cards, String kind) {
      this.cards = cards;
      this.kind = kind;
    }

    @Override
    public Map<Long, Boolean> of(Connection c, long merchantId, Collection<Long> memberIds)
        throws SQLException {
      return cards.holders(c, merchantId, memberIds);
    }

    @Override
    public boolean has(Connection c, long merchantId, String serial) throws SQLException {
      return cards.has(c, merchantId, serial);
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public void wake() {
      Lane lane = google.get(kind);
      if (lane != null) {
        lane.wake();
      }
    }
  }

  private static final class NoGoogle implements GoogleHolders {
    @Override
    public Map<Long, Boolean> of(Connection c, long merchantId, Collection<Long> memberIds) {
      return Map.of();
    }

    @Override
    public boolean has(Connection c, long merchantId, String serial) {
      return false;
    }

    @Override
    public String kind() {
      return Outbox.GOOGLE_OBJECT;
    }

    @Override
    public void wake() {
      // Nobody sleeps there.
    }
  }

  /** Begins to work, first with what was under way when the database server ended. */
  public void start() {
    int again = outbox.release();
    if (again > 0) {
      LOG.info(
          "{} changes of cards were under way when the database ended; they go out now", again);
    }
    apple.start();
    restyled.start();
    google.values().forEach(Lane::start);
  }

  /**
   * Call it after a commit that wrote to the outbox: delivery begins at once instead of at the next
   * look.
   */
  public void wake() {
    apple.wake();
    restyled.wake();
  }

  /**
   * Claims nothing more, waits up to ten seconds for what is under way; the rest is left for the
   * next start.
   */
  @Override
  public void close() {
    restyled.close();
    apple.close();
    google.values().forEach(Lane::close);
  }
}
