package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.AppleDelivery.GoogleHolders;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.platform.work.Troubles;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.pass.Passes;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changed cards to phones: takes {@code PASS_CHANGED} rows from the outbox, across
 * merchants, and pushes; beside them {@code PASS_NEWS} and {@code CARD_RESTYLED} rows, of which any
 * number may wait without delaying the others. Several nodes share the work; delivery is at least
 * once, and what could not be told is kept until it can. Start it once; thread-safe.
 *
 * <p>A row names a member. Its payload may carry {@code news}, a text for the card, and {@code
 * notify}; the whole payload is handed to the listener with the result.
 */
public final class DeliveryWorker implements AutoCloseable {
  /** Cards in one request to Google: what its pace gives in a second. */
  private static final int TOGETHER = 20;

  /** Such requests at once: with answers of five seconds they still hold the pace. */
  private static final int BATCHES = 6;

  /** Batches of a lane that may wait for answers which do not come, beside those that move. */
  private static final int ASIDE = 128;

  /** The same towards Google, whose pace bounds what is worth claiming. */
  private static final int ASIDE_AT_GOOGLE = 16;

  private static final Duration LETTERS_EVERY = Duration.ofSeconds(2);

  /** Letters that go out again at once; more when these are through. */
  private static final int LETTERS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

  private final Database database;
  private final OutboxClaims outbox;
  private final DeadLetters letters;
  private final Troubles troubles;
  private final Silences silences;
  private final DeliveryListener listener;
  private final DeliveryMeters meters;
  private final Finish finish;
  private final DeliverySettings settings;
  private final Map<String, Lane> apple = new LinkedHashMap<>();
  private final Map<String, Lane> google = new LinkedHashMap<>();
  private final Loop resending;

  /** Without Google Wallet. */
  public DeliveryWorker(
      House house,
      Passes passes,
      ApplePush push,
      DeliveryListener listener,
      MeterRegistry registry,
      DeliverySettings settings) {
    this(house, passes, push, Optional.empty(), listener, registry, settings);
  }

  public DeliveryWorker(
      House house,
      Passes passes,
      ApplePush push,
      Optional<GoogleCards> googleCards,
      DeliveryListener listener,
      MeterRegistry registry,
      DeliverySettings settings) {
    this.database = house.database();
    this.outbox = new OutboxClaims(house.database());
    this.letters = new DeadLetters(house.database());
    this.troubles = new Troubles(house.database());
    this.silences = new Silences(house.clock());
    this.listener = listener;
    this.settings = settings;
    this.meters = new DeliveryMeters(registry, outbox, letters, silences, house.clock());
    this.finish = new Finish(house.database(), outbox, letters, listener, settings);
    this.resending = new Loop("dead-letters", LETTERS_EVERY, this::resend);
    googleCards.ifPresent(cards -> googleLanes(cards, house.clock()));
    PhonePushes phones = new PhonePushes(push, new PushPace(house.clock()), meters, house.clock());
    for (String kind :
        List.of(OutboxClaims.PASS_CHANGED, OutboxClaims.PASS_NEWS, OutboxClaims.CARD_RESTYLED)) {
      AppleDelivery handler =
          new AppleDelivery(
              kind, house, passes, phones, holders(googleCards, googleKind(kind)), finish, meters);
      apple.put(
          kind,
          lane(
              kind,
              handler,
              kind.equals(OutboxClaims.PASS_CHANGED)
                  ? settings
                  : settings.background(settings.batch()),
              ASIDE));
    }
    house.wake().listenToCards(Objects.requireNonNull(apple.get(OutboxClaims.PASS_CHANGED))::wake);
    house.wake().listen(this::wake);
  }

  private void googleLanes(GoogleCards cards, InstantSource clock) {
    GoogleDelivery handler = new GoogleDelivery(database, cards, finish, listener, meters, clock);
    DeliverySettings atPace = settings.together(TOGETHER, BATCHES);
    google.put(
        OutboxClaims.GOOGLE_OBJECT,
        lane(OutboxClaims.GOOGLE_OBJECT, handler::deliver, atPace, ASIDE_AT_GOOGLE));
    google.put(
        OutboxClaims.GOOGLE_NEWS, lane(OutboxClaims.GOOGLE_NEWS, handler::deliverNews, atPace, 0));
    google.put(
        OutboxClaims.GOOGLE_RESTYLED,
        lane(OutboxClaims.GOOGLE_RESTYLED, handler::deliverTogether, atPace, 0));
  }

  private Lane lane(String kind, Lane.Handler handler, DeliverySettings own, int aside) {
    return new Lane(kind, outbox, handler, finish, troubles, own, aside);
  }

  private static String googleKind(String kind) {
    return switch (kind) {
      case OutboxClaims.PASS_NEWS -> OutboxClaims.GOOGLE_NEWS;
      case OutboxClaims.CARD_RESTYLED -> OutboxClaims.GOOGLE_RESTYLED;
      default -> OutboxClaims.GOOGLE_OBJECT;
    };
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
      return OutboxClaims.GOOGLE_OBJECT;
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
    apple.values().forEach(Lane::start);
    google.values().forEach(Lane::start);
    resending.start();
  }

  /** What could not be told goes out again when it may have become possible. */
  private void resend() {
    if (letters.refresh() && letters.resend(withRoom(), LETTERS) > 0) {
      wake();
      google.values().forEach(Lane::wake);
    }
  }

  /** Whose lanes have not enough to do without letters; a long queue at Google is not Apple's. */
  private Set<Channel> withRoom() {
    Set<Channel> channels = EnumSet.allOf(Channel.class);
    for (OutboxClaims.Backlog waiting : outbox.backlog()) {
      if (waiting.rows() > LETTERS) {
        channels.removeIf(channel -> channel.kind().equals(waiting.kind()));
      }
    }
    return channels;
  }

  /** What could not be told. */
  public DeadLetters letters() {
    return letters;
  }

  /** Who answers nobody. */
  public Silences silences() {
    return silences;
  }

  /**
   * Call it after a commit that wrote to the outbox: delivery begins at once instead of at the next
   * look.
   */
  public void wake() {
    apple.values().forEach(Lane::wake);
  }

  /** Somebody asked for what could not be told to be tried again. */
  public void wakeLetters() {
    resending.wake();
  }

  /**
   * Claims nothing more, waits up to ten seconds for what is under way; the rest is left for the
   * next start.
   */
  @Override
  public void close() {
    resending.close();
    apple.values().forEach(Lane::close);
    google.values().forEach(Lane::close);
  }
}
