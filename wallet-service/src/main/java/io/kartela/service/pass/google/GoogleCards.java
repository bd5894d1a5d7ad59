package io.kartela.service.pass.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleCallback;
import io.kartela.push.google.SaveLink;
import io.kartela.service.db.Database;
import io.kartela.service.pass.PassReader;
import io.kartela.service.pass.PassReader.Found;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.pass.google.GoogleObjects.Row;
import io.kartela.service.pass.google.GoogleObjects.State;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members' cards at Google: a class per tier, an object per card, kept in step. Calls are paced and
 * made outside of transactions. Thread-safe; blocking.
 */
public final class GoogleCards {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleCards.class);
  private static final Offer SHORTLY = new Offer.NotNow(Duration.ofSeconds(1));

  private final Database database;
  private final PassReader reader;
  private final GoogleAccounts accounts;
  private final InstantSource clock;
  private final GoogleObjects objects = new GoogleObjects();
  private final Pace pace;
  private final CardWriter writer;
  private final CardBatches batches;
  private final ClassTexts classTexts;

  /**
   * Serves every merchant's issuer.
   *
   * @param audience whether a text is for everybody of a class, which then is told once
   * @param publicUrl where Google reaches this service, without a trailing slash
   * @param perSecond calls a second for each issuer, by all nodes together
   */
  public GoogleCards(
      Database database,
      Passes passes,
      PassReader reader,
      GoogleAccounts accounts,
      RotatingCodes codes,
      Audience audience,
      Supplier<URI> publicUrl,
      double perSecond,
      InstantSource clock) {
    this.database = database;
    this.reader = reader;
    this.accounts = accounts;
    this.clock = clock;
    this.pace = new Pace(database, perSecond);
    this.writer =
        new CardWriter(database, passes, reader, accounts, codes, publicUrl, objects, pace, clock);
    this.batches = new CardBatches(database, writer, pace);
    this.classTexts = new ClassTexts(database, accounts, pace, audience);
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

  /** A text for the card and the lock screen; the id makes a repetition harmless. */
  public record Message(String id, String text) {}

  /**
   * Brings the member's living card at Google up to date.
   *
   * @param messages texts that arrived since
   * @return the last answer that was not a success, or a success; empty when nobody has such a card
   */
  public Optional<GoogleAnswer> update(long merchantId, long memberId, List<Message> messages) {
    List<String> serials =
        database.inTenant(merchantId, c -> objects.serials(c, merchantId, memberId));
    GoogleAnswer worst = null;
    for (String serial : serials) {
      GoogleAnswer answer = update(merchantId, serial, messages);
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

  private GoogleAnswer update(long merchantId, String serial, List<Message> messages) {
    GoogleAnswer answer = writer.sync(merchantId, serial);
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
        String header = card.content().shopName();
        answer =
            classTexts
                .tell(merchantId, row.classId(), header, message)
                .orElseGet(() -> tell(merchantId, row, header, message));
      }
    }
    return answer;
  }

  private GoogleAnswer tell(long merchantId, Row row, String header, Message message) {
    pace.await(row.issuerId());
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

  /** A genuine call-back: somebody saved or removed the card. Repetitions change nothing. */
  public void obey(GoogleCallback callback) {
    OptionalLong merchantId = Passes.merchantOf(GoogleIds.suffix(callback.objectId()));
    if (merchantId.isEmpty()) {
      return;
    }
    State state = callback.event() == GoogleCallback.Event.SAVE ? State.SAVED : State.REMOVED;
    boolean _ =
        database.inTenant(
            merchantId.getAsLong(),
            c ->
                objects.obey(
                    c,
                    merchantId.getAsLong(),
                    callback.objectId(),
                    callback.nonce(),
                    state,
                    clock.instant(),
                    callback.expires()));
  }
}
