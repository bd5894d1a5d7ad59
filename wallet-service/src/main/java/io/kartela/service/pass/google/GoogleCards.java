package io.kartela.service.pass.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleCallback;
import io.kartela.push.google.GoogleWallet;
import io.kartela.service.db.Database;
import io.kartela.service.pass.PassReader;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members' cards at Google: a class per tier, an object per card, kept in step. Calls are paced and
 * made outside of transactions. Thread-safe; blocking.
 */
public final class GoogleCards {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleCards.class);

  /** Three a day are Google's; the last is kept for texts of the shop. */
  private static final int NOTICES_OF_CHANGES = 2;

  private final Database database;
  private final Passes passes;
  private final PassReader reader;
  private final GoogleAccounts accounts;
  private final RotatingCodes codes;
  private final InstantSource clock;
  private final GoogleContent content;
  private final GoogleObjects objects = new GoogleObjects();
  private final Pace pace;
  private final GoogleClasses classes;
  private final ClassTexts classTexts;
  private final AtomicBoolean objectsMayMove = new AtomicBoolean(true);

  /**
   * Serves one issuer.
   *
   * @param audience whether a text is for everybody of a class, which then is told once
   * @param issuerId Google's number of the issuer
   * @param publicUrl where Google reaches this service, without a trailing slash
   * @param perSecond calls a second for this issuer, by all nodes together
   */
  public GoogleCards(
      Database database,
      Passes passes,
      PassReader reader,
      GoogleAccounts accounts,
      RotatingCodes codes,
      Audience audience,
      String issuerId,
      Supplier<URI> publicUrl,
      double perSecond,
      InstantSource clock) {
    this.database = database;
    this.passes = passes;
    this.reader = reader;
    this.accounts = accounts;
    this.codes = codes;
    this.clock = clock;
    this.content = new GoogleContent(issuerId, publicUrl);
    this.pace = new Pace(database, issuerId, perSecond);
    this.classes = new GoogleClasses(database, objects, content, accounts, pace);
    this.classTexts = new ClassTexts(database, accounts, pace, audience);
  }

  /** What comes of a wish to add the card. */
  public sealed interface Offer {
    /** The object is at Google; the link saves it. */
    record Ready(URI saveUrl) implements Offer {}

    record NoSuchCard() implements Offer {}

    /** Google is busy, or refuses; the log says why. */
    record NotNow(Duration after) implements Offer {}
  }

  /**
   * Makes sure that the card of this web address exists at Google, and gives the link that saves
   * it.
   */
  public Offer offer(String token) {
    Optional<PassReader.Card> card = reader.byToken(database, token);
    if (card.isEmpty()) {
      return new Offer.NoSuchCard();
    }
    PassRef pass = card.get().pass();
    Optional<Row> row =
        database.inTenant(
            pass.merchantId(), c -> objects.find(c, pass.merchantId(), pass.serial()));
    String classId = row.map(Row::classId).orElseGet(() -> content.classId(card.get().content()));
    GoogleAnswer answer = put(card.get(), classId);
    return switch (answer) {
      case GoogleAnswer.Done done ->
          new Offer.Ready(
              accounts
                  .of(pass.merchantId())
                  .links()
                  .link(content.objectId(pass.serial()), classId));
      case GoogleAnswer.Retry(var reason, var after) -> new Offer.NotNow(after);
      default -> {
        LOG.error("Google does not take the card {}: {}", pass.serial(), answer);
        yield new Offer.NotNow(Duration.ofMinutes(1));
      }
    };
  }

  /** Class and object as they should be, made if they are missing. */
  private GoogleAnswer put(PassReader.Card card, String classId) {
    PassRef pass = card.pass();
    GoogleAnswer ensured = classes.ensure(card, classId, false);
    if (!(ensured instanceof GoogleAnswer.Done)) {
      return ensured;
    }
    RotatingCodes.Code rotating = rotating(card);
    Map<String, Object> object = content.object(card, rotating);
    object.put("id", content.objectId(pass.serial()));
    object.put("classId", classId);
    GoogleWallet wallet = wallet(pass);
    pace.await();
    GoogleAnswer answer = wallet.insertObject(object);
    if (answer instanceof GoogleAnswer.NotFound
        && classes.ensure(card, classId, true) instanceof GoogleAnswer.Done) {
      // Google lost the class that we remember having made.
      pace.await();
      answer = wallet.insertObject(object);
    }
    if (answer instanceof GoogleAnswer.Conflict) {
      pace.await();
      answer =
          wallet.patchObject(
              content.objectId(pass.serial()), content.change(card, rotating), false);
    }
    if (answer instanceof GoogleAnswer.Done) {
      String hash = GoogleClasses.hash(object);
      long now =
          database.inTenant(
              pass.merchantId(),
              c ->
                  objects.saveObject(
                      c,
                      pass.merchantId(),
                      pass.serial(),
                      content.objectId(pass.serial()),
                      classId,
                      hash,
                      clock.instant()));
      if (now != pass.version()) {
        // The card changed while Google was told; that change did not know of this object yet.
        return update(pass.merchantId(), pass.serial(), List.of());
      }
    }
    return answer;
  }

  private GoogleWallet wallet(PassRef pass) {
    return accounts.of(pass.merchantId()).wallet();
  }

  /** Null when the design wants a barcode that stays. */
  private RotatingCodes.@Nullable Code rotating(PassReader.Card card) {
    PassRef pass = card.pass();
    return card.design().design().rotating()
        ? database.inTenant(pass.merchantId(), c -> codes.of(c, pass.merchantId(), pass.memberId()))
        : null;
  }

  /** Which of these members have a card at Google, and whether somebody is known to hold it. */
  public Map<Long, Boolean> holders(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    return memberIds.isEmpty() ? Map.of() : objects.holders(c, merchantId, memberIds);
  }

  /** A text for the card and the lock screen; the id makes a repetition harmless. */
  public record Message(String id, String text) {}

  /**
   * Brings the member's cards at Google up to date.
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

  private record Current(PassRef pass, PassReader.@Nullable Card card, Row row) {}

  private GoogleAnswer update(long merchantId, String serial, List<Message> messages) {
    GoogleAnswer answer = sync(merchantId, serial);
    if (messages.isEmpty()) {
      return answer;
    }
    Optional<Current> current = database.inTenant(merchantId, c -> current(c, merchantId, serial));
    PassReader.Card card = current.map(Current::card).orElse(null);
    if (card == null) {
      return answer;
    }
    String classId = current.get().row().classId();
    for (Message message : messages) {
      if (answer instanceof GoogleAnswer.Done) {
        String header = card.content().shopName();
        answer =
            classTexts
                .tell(merchantId, classId, header, message)
                .orElseGet(() -> tell(merchantId, serial, header, message));
      }
    }
    return answer;
  }

  private GoogleAnswer tell(long merchantId, String serial, String header, Message message) {
    pace.await();
    return accounts
        .of(merchantId)
        .wallet()
        .addMessage(content.objectId(serial), message.id(), header, message.text(), true);
  }

  /**
   * Sends what the card shows, again while it changed meanwhile: two workers may have read in one
   * order and been heard by Google in the other.
   */
  private GoogleAnswer sync(long merchantId, String serial) {
    GoogleAnswer answer = new GoogleAnswer.Done(Map.of(), false);
    for (int round = 0; round < 5; round++) {
      Optional<Current> found = database.inTenant(merchantId, c -> current(c, merchantId, serial));
      if (found.isEmpty()) {
        return answer;
      }
      PassRef pass = found.get().pass();
      PassReader.Card card = found.get().card();
      if (pass.voided() || card == null) {
        pace.await();
        return wallet(pass)
            .patchObject(content.objectId(serial), Map.of("state", "INACTIVE"), false);
      }
      Patched patched = patch(pass, card, found.get().row(), round > 0);
      answer = patched.answer();
      if (answer instanceof GoogleAnswer.NotFound) {
        return put(card, found.get().row().classId());
      }
      if (!(answer instanceof GoogleAnswer.Done) || patched.version() == pass.version()) {
        return answer;
      }
    }
    return answer;
  }

  /** What Google said, and the card's version after it. */
  private record Patched(GoogleAnswer answer, long version) {}

  private Optional<Current> current(Connection c, long merchantId, String serial)
      throws SQLException {
    Optional<PassRef> pass = passes.bySerial(c, merchantId, serial);
    Optional<Row> row = objects.find(c, merchantId, serial);
    if (pass.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Current(pass.get(), reader.read(c, pass.get()).orElse(null), row.get()));
  }

  private Patched patch(PassRef pass, PassReader.Card card, Row row, boolean always) {
    RotatingCodes.Code rotating = rotating(card);
    Map<String, Object> object = content.object(card, rotating);
    String wanted = content.classId(card.content());
    boolean move = !wanted.equals(row.classId()) && objectsMayMove.get();
    if (move && !(classes.ensure(card, wanted, false) instanceof GoogleAnswer.Done)) {
      move = false;
    }
    String classId = move ? wanted : row.classId();
    if (!move && wanted.equals(classId)) {
      // A newly published design repaints the class, too.
      GoogleAnswer painted = classes.ensure(card, classId, false);
      if (!(painted instanceof GoogleAnswer.Done)) {
        return new Patched(painted, pass.version());
      }
    }
    object.put("id", content.objectId(pass.serial()));
    object.put("classId", classId);
    String hash = GoogleClasses.hash(object);
    if (!always && hash.equals(row.contentHash())) {
      return new Patched(new GoogleAnswer.Done(Map.of(), false), pass.version());
    }
    boolean notify = row.notices() < NOTICES_OF_CHANGES;
    Map<String, @Nullable Object> change = new LinkedHashMap<>(content.change(card, rotating));
    if (move) {
      change.put("classId", classId);
    }
    pace.await();
    GoogleAnswer answer = wallet(pass).patchObject(content.objectId(pass.serial()), change, notify);
    if (move && answer instanceof GoogleAnswer.Refused refused) {
      LOG.warn(
          "Google does not let objects change their class ({}); the look of the first tier stays",
          refused.message());
      objectsMayMove.set(false);
      return patch(pass, card, row, always);
    }
    if (answer instanceof GoogleAnswer.Done(var body, boolean silent)) {
      long version =
          database.inTenant(
              pass.merchantId(),
              c ->
                  objects.changed(
                      c, pass.merchantId(), pass.serial(), classId, hash, notify && !silent));
      return new Patched(answer, version);
    }
    return new Patched(answer, pass.version());
  }

  /** A genuine call-back: somebody saved or removed the card. Repetitions change nothing. */
  public void obey(GoogleCallback callback) {
    String serial = content.serial(callback.objectId());
    OptionalLong merchantId = Passes.merchantOf(serial);
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
                    serial,
                    callback.nonce(),
                    state,
                    clock.instant(),
                    callback.expires()));
  }
}
