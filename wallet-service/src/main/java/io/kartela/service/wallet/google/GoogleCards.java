package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleCallback;
import io.kartela.push.google.SaveLink;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.wallet.google.GoogleObjects.Row;
import io.kartela.service.wallet.google.GoogleObjects.State;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassReader.Found;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members' cards at Google: a class per tier, an object per card, kept in step. Calls are paced and
 * made outside of transactions. Thread-safe; blocking.
 */
public final class GoogleCards {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleCards.class);

  /** A text that was taken back before it went out. */
  static final GoogleAnswer NOT_MEANT = new GoogleAnswer.Retry("not meant now", Duration.ZERO);

  private static final Offer SHORTLY = new Offer.NotNow(Duration.ofSeconds(1));

  private final Database database;
  private final PassReader reader;
  private final GoogleAccounts accounts;
  private final InstantSource clock;
  private final GoogleObjects objects = new GoogleObjects();
  private final CardWriter writer;
  private final CardBatches batches;

  /** For what somebody waits for, and for what lets others go first. */
  private final Way usual;

  private final Way patient;

  private record Way(CardWriter writer, ClassTexts classTexts, Pace pace) {}

  /**
   * Serves every merchant's issuer.
   *
   * @param wholeClass whether a text is for everybody of a class, which then is told once
   * @param addresses where Google reaches this service
   * @param perSecond calls a second for each issuer, by all nodes together
   */
  public GoogleCards(
      House house,
      PassReader reader,
      GoogleAccounts accounts,
      RotatingCodes codes,
      WholeClass wholeClass,
      GoogleAddresses addresses,
      double perSecond) {
    this.database = house.database();
    this.reader = reader;
    this.accounts = accounts;
    this.clock = house.clock();
    Pace pace = new Pace(house.database(), perSecond);
    this.writer = new CardWriter(house, reader, accounts, codes, addresses, pace);
    this.batches = new CardBatches(house.database(), writer, pace);
    this.usual =
        new Way(writer, new ClassTexts(house.database(), accounts, pace, wholeClass), pace);
    Pace later = pace.patient();
    this.patient =
        new Way(
            new CardWriter(house, reader, accounts, codes, addresses, later),
            new ClassTexts(house.database(), accounts, later, wholeClass),
            later);
  }

  /** What comes of a wish to add the card. */
  public sealed interface Offer {
    /** The object is at Google; the link saves it. */
    record Ready(URI saveUrl) implements Offer {}

    record NoSuchCard() implements Offer {}

    /** The card was replaced by another one. */
    record Replaced() implements Offer {}

    /** Google is busy, or refuses; the log says why. */
    record NotNow(Duration after) implements Offer {}
  }

  /**
   * Makes sure that the card of this web address exists at Google, and gives the link that saves
   * it.
   */
  public Offer offer(String token) {
    return switch (reader.byToken(database, token)) {
      case Found.Living(PassReader.Card card) -> offer(card);
      case Found.Replaced r -> new Offer.Replaced();
      case Found.Nothing n -> new Offer.NoSuchCard();
    };
  }

  private Offer offer(PassReader.Card card) {
    PassRef pass = card.pass();
    GoogleAnswer answer = writer.put(card, row(pass).orElse(null));
    return switch (answer) {
      // Read again: of two nodes that made it at once, for two issuers, one was first.
      case GoogleAnswer.Done done -> row(pass).map(r -> ready(pass, r)).orElse(SHORTLY);
      case GoogleAnswer.Retry(var reason, var after) -> new Offer.NotNow(after);
      default -> {
        LOG.error("Google does not take the card {}: {}", pass.serial(), answer);
        yield new Offer.NotNow(Duration.ofMinutes(1));
      }
    };
  }

  private Optional<Row> row(PassRef pass) {
    return database.inTenant(
        pass.merchantId(), c -> objects.find(c, pass.merchantId(), pass.serial()));
  }

  private Offer ready(PassRef pass, Row row) {
    SaveLink links = accounts.of(pass.merchantId(), row.issuerId()).links();
    return new Offer.Ready(links.link(row.objectId(), row.classId()));
  }

  /** Which of these members have a card at Google, and whether somebody is known to hold it. */
  public Map<Long, Boolean> holders(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    return memberIds.isEmpty() ? Map.of() : objects.holders(c, merchantId, memberIds);
  }

  /** Whether this one card is at Google, living or not. */
  public boolean has(Connection c, long merchantId, String serial) throws SQLException {
    return objects.find(c, merchantId, serial).isPresent();
  }

  /** Brings this one card up to date, living or not. */
  public GoogleAnswer update(long merchantId, String serial) {
    return writer.sync(merchantId, serial);
  }

  /**
   * Whether Google was last told something else of this card than it should say now. Asks nobody;
   * works on the caller's connection, confined to the merchant.
   */
  public boolean isBehind(Connection c, long merchantId, String serial) throws SQLException {
    return writer.isBehind(c, merchantId, serial);
  }

  /** A text for the card and the lock screen; the id makes a repetition harmless. */
  public record Message(String id, String text) {}

  /**
   * Brings the member's living card at Google up to date.
   *
   * @param messages texts that arrived since
   * @return the last answer that was not a success, or a success; empty when nobody has such a card
   */
  public Optional<GoogleAnswer> update(long merchantId, long memberId, List<Message> messages) {
    return update(usual, merchantId, memberId, messages, () -> true);
  }

  /**
   * The same, letting the calls go first of which somebody waits for the result.
   *
   * @param meant asked right before a text goes out; false: it does not
   */
  public Optional<GoogleAnswer> updatePatiently(
      long merchantId, long memberId, List<Message> messages, BooleanSupplier meant) {
    return update(patient, merchantId, memberId, messages, meant);
  }

  private Optional<GoogleAnswer> update(
      Way way, long merchantId, long memberId, List<Message> messages, BooleanSupplier meant) {
    List<String> serials =
        database.inTenant(merchantId, c -> objects.serials(c, merchantId, memberId));
    GoogleAnswer worst = null;
    for (String serial : serials) {
      GoogleAnswer answer = update(way, merchantId, serial, messages, meant);
      worst = worst == null || worst instanceof GoogleAnswer.Done ? answer : worst;
    }
    return Optional.ofNullable(worst);
  }

  /** Whose card. */
  public record Holder(long merchantId, long memberId) {}

  /**
   * Brings several members' cards up to date in as few requests as the pace allows: for changes
   * that may wait for each other.
   *
   * @return as {@link #update(long, long, List)}; who has no such card is left out
   */
  public Map<Holder, GoogleAnswer> updateAll(Collection<Holder> holders) {
    Map<CardBatches.Target, Holder> targets = new LinkedHashMap<>();
    for (Holder holder : holders) {
      for (String serial :
          database.inTenant(
              holder.merchantId, c -> objects.serials(c, holder.merchantId, holder.memberId))) {
        targets.put(new CardBatches.Target(holder.merchantId, serial), holder);
      }
    }
    Map<Holder, GoogleAnswer> answers = new LinkedHashMap<>();
    batches
        .syncAll(List.copyOf(targets.keySet()))
        .forEach(
            (target, answer) ->
                answers.merge(
                    targets.get(target), answer, (a, b) -> a instanceof GoogleAnswer.Done ? b : a));
    return answers;
  }

  private GoogleAnswer update(
      Way way, long merchantId, String serial, List<Message> messages, BooleanSupplier meant) {
    GoogleAnswer answer = way.writer.sync(merchantId, serial);
    if (messages.isEmpty()) {
      return answer;
    }
    Optional<CardWriter.Current> current =
        database.inTenant(merchantId, c -> writer.current(c, merchantId, serial));
    PassReader.Card card = current.map(CardWriter.Current::card).orElse(null);
    if (card == null) {
      return answer;
    }
    Row row = current.get().row();
    for (Message message : messages) {
      if (answer instanceof GoogleAnswer.Done) {
        // Of a class for everybody: by the name that every shop has.
        String header = card.content().shopName().ru();
        answer =
            way.classTexts
                .tell(merchantId, row.classId(), header, message, meant)
                .orElseGet(() -> tell(way, merchantId, row, header, message, meant));
      }
    }
    return answer;
  }

  private GoogleAnswer tell(
      Way way, long merchantId, Row row, String header, Message message, BooleanSupplier meant) {
    way.pace.await(row.issuerId());
    if (!meant.getAsBoolean()) {
      return NOT_MEANT;
    }
    return accounts
        .of(merchantId, row.issuerId())
        .wallet()
        .addMessage(row.objectId(), message.id(), header, message.text(), true);
  }

  /**
   * Whether this is an object of ours by its whole id, whichever issuer it was made for. Nothing is
   * known yet of who asks.
   */
  public boolean isOurs(String objectId) {
    String serial = GoogleIds.suffix(objectId);
    OptionalLong merchantId = Passes.merchantOf(serial);
    if (merchantId.isEmpty()) {
      return false;
    }
    long merchant = merchantId.getAsLong();
    return accounts.of(merchant).issuerId().equals(GoogleIds.issuer(objectId))
        || database
            .inTenant(merchant, c -> objects.find(c, merchant, serial))
            .filter(row -> row.objectId().equals(objectId))
            .isPresent();
  }

  /**
   * A genuine call-back: somebody saved or removed the card. Repetitions change nothing. What a
   * removed card was not told is told when it is saved again.
   */
  public void obey(GoogleCallback callback) {
    String serial = GoogleIds.suffix(callback.objectId());
    OptionalLong merchantId = Passes.merchantOf(serial);
    if (merchantId.isEmpty()) {
      return;
    }
    long merchant = merchantId.getAsLong();
    State state = callback.event() == GoogleCallback.Event.SAVE ? State.SAVED : State.REMOVED;
    boolean _ =
        database.inTenant(
            merchant,
            c -> {
              boolean obeyed =
                  objects.obey(
                      c,
                      merchant,
                      callback.objectId(),
                      callback.nonce(),
                      state,
                      clock.instant(),
                      callback.expires());
              if (obeyed && state == State.SAVED && writer.isBehind(c, merchant, serial)) {
                long member = writer.current(c, merchant, serial).orElseThrow().pass().memberId();
                Outbox.savedAgain(c, merchant, member, serial);
              }
              return obeyed;
            });
  }
}
