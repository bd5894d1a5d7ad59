package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleWallet;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.google.GoogleObjects.Row;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes single cards to Google: makes objects, and changes them until Google holds what the card
 * shows. Calls are paced and made outside of transactions. Thread-safe; blocking.
 */
final class CardWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CardWriter.class);

  /** Three a day are Google's; the last is kept for texts of the shop. */
  private static final int NOTICES_OF_CHANGES = 2;

  /** How long a refused change of class is not tried with other cards. */
  private static final Duration NO_MOVES = Duration.ofHours(1);

  /** Stands for the content of an object that ended. */
  private static final String ENDED = "ended";

  private final Database database;
  private final Passes passes;
  private final PassReader reader;
  private final GoogleAccounts accounts;
  private final RotatingCodes codes;
  private final InstantSource clock;
  private final GoogleAddresses addresses;
  private final GoogleObjects objects = new GoogleObjects();
  private final Pace pace;
  private final GoogleClasses classes;

  /**
   * Google's documents do not say whether an object may change its class; asked again from then.
   */
  private volatile Instant movesAgain = Instant.EPOCH;

  CardWriter(
      House house,
      PassReader reader,
      GoogleAccounts accounts,
      RotatingCodes codes,
      GoogleAddresses addresses,
      Pace pace) {
    this.database = house.database();
    this.passes = new Passes(house.clock());
    this.reader = reader;
    this.accounts = accounts;
    this.codes = codes;
    this.addresses = addresses;
    this.pace = pace;
    this.classes = new GoogleClasses(house.database(), objects, addresses, accounts, pace);
    this.clock = house.clock();
  }

  private GoogleContent content(String issuerId) {
    return new GoogleContent(issuerId, addresses);
  }

  /**
   * Class and object as they should be, made if they are missing.
   *
   * @param row what is known of the object; null: it is new, for the merchant's issuer of today
   */
  GoogleAnswer put(PassReader.Card card, @Nullable Row row) {
    PassRef pass = card.pass();
    String issuerId = row == null ? accounts.of(pass.merchantId()).issuerId() : row.issuerId();
    GoogleContent content = content(issuerId);
    String objectId = row == null ? GoogleIds.of(issuerId, pass.serial()) : row.objectId();
    String classId = row == null ? content.classId(card.content()) : row.classId();
    GoogleAnswer ensured = classes.ensure(card, classId, false);
    if (!(ensured instanceof GoogleAnswer.Done)) {
      return ensured;
    }
    RotatingCodes.Code rotating = rotating(card);
    Map<String, Object> object = content.object(card, rotating);
    object.put("id", objectId);
    object.put("classId", classId);
    GoogleWallet wallet = wallet(pass, issuerId);
    pace.await(issuerId);
    GoogleAnswer answer = wallet.insertObject(object);
    if (answer instanceof GoogleAnswer.NotFound
        && classes.ensure(card, classId, true) instanceof GoogleAnswer.Done) {
      // Google lost the class that we remember having made.
      pace.await(issuerId);
      answer = wallet.insertObject(object);
    }
    if (answer instanceof GoogleAnswer.Conflict) {
      pace.await(issuerId);
      answer = wallet.patchObject(objectId, content.change(card, rotating), false);
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
                      objectId,
                      classId,
                      hash,
                      clock.instant()));
      if (now != pass.version()) {
        // The card changed while Google was told; that change did not know of this object yet.
        return sync(pass.merchantId(), pass.serial());
      }
    }
    return answer;
  }

  /** Who may write what is this issuer's. */
  GoogleWallet wallet(PassRef pass, String issuerId) {
    return accounts.of(pass.merchantId(), issuerId).wallet();
  }

  /** Null when the design wants a barcode that stays. */
  private RotatingCodes.@Nullable Code rotating(PassReader.Card card) {
    PassRef pass = card.pass();
    return card.design().design().rotating()
        ? database.inTenant(pass.merchantId(), c -> codes.of(c, pass.merchantId(), pass.memberId()))
        : null;
  }

  record Current(PassRef pass, PassReader.@Nullable Card card, Row row) {}

  /**
   * Sends what the card shows, again while it changed meanwhile: two workers may have read in one
   * order and been heard by Google in the other.
   */
  GoogleAnswer sync(long merchantId, String serial) {
    GoogleAnswer answer = new GoogleAnswer.Done(Map.of(), false);
    for (int round = 0; round < 5; round++) {
      Optional<Current> found = database.inTenant(merchantId, c -> current(c, merchantId, serial));
      if (found.isEmpty()) {
        return answer;
      }
      PassRef pass = found.get().pass();
      PassReader.Card card = found.get().card();
      Row row = found.get().row();
      if (pass.voided()) {
        return end(pass, row);
      }
      if (card == null) {
        pace.await(row.issuerId());
        return wallet(pass, row.issuerId())
            .patchObject(row.objectId(), Map.of("state", "INACTIVE"), false);
      }
      Patched patched = patch(pass, card, row, round > 0);
      answer = patched.answer();
      if (answer instanceof GoogleAnswer.NotFound) {
        return put(card, row);
      }
      if (!(answer instanceof GoogleAnswer.Done) || patched.version() == pass.version()) {
        return answer;
      }
    }
    return answer;
  }

  /** Takes everything of the member's out of an object that ended. */
  private GoogleAnswer end(PassRef pass, Row row) {
    if (row.contentHash().equals(ENDED)) {
      return new GoogleAnswer.Done(Map.of(), false);
    }
    pace.await(row.issuerId());
    GoogleAnswer answer =
        wallet(pass, row.issuerId())
            .patchObject(
                row.objectId(), GoogleContent.ended(reader.voided(pass).shop().locale()), false);
    if (answer instanceof GoogleAnswer.Done) {
      long _ =
          database.inTenant(
              pass.merchantId(),
              c ->
                  objects.changed(
                      c, pass.merchantId(), pass.serial(), row.classId(), ENDED, false));
    }
    return answer;
  }

  /** What Google said, and the card's version after it. */
  record Patched(GoogleAnswer answer, long version) {}

  Optional<Current> current(Connection c, long merchantId, String serial) throws SQLException {
    Optional<PassRef> pass = passes.bySerial(c, merchantId, serial);
    Optional<Row> row = objects.find(c, merchantId, serial);
    if (pass.isEmpty() || row.isEmpty()) {
      return Optional.empty();
    }
    PassReader.Card card = pass.get().voided() ? null : reader.read(c, pass.get()).orElse(null);
    return Optional.of(new Current(pass.get(), card, row.get()));
  }

  /** Whether what Google was last told is not what the card shows. */
  boolean isBehind(Connection c, long merchantId, String serial) throws SQLException {
    Current now = current(c, merchantId, serial).orElse(null);
    if (now == null) {
      return false;
    }
    Row row = now.row();
    PassReader.Card card = now.card();
    if (card == null) {
      return now.pass().voided() && !row.contentHash().equals(ENDED);
    }
    PassRef pass = now.pass();
    RotatingCodes.Code rotating =
        card.design().design().rotating() ? codes.of(c, merchantId, pass.memberId()) : null;
    // In whichever class it is: a change of class that Google refuses would be tried for ever.
    return !hash(row, row.classId(), content(row.issuerId()).object(card, rotating))
        .equals(row.contentHash());
  }

  private static String hash(Row row, String classId, Map<String, Object> object) {
    object.put("id", row.objectId());
    object.put("classId", classId);
    return GoogleClasses.hash(object);
  }

  /** What is to be sent of a card. */
  sealed interface Plan {
    /** Nothing: Google knows it, or said already why not. */
    record Settled(GoogleAnswer answer) implements Plan {}

    /** A change of its object. */
    record Send(
        PassRef pass,
        String objectId,
        Map<String, @Nullable Object> change,
        boolean announce,
        String classId,
        String hash,
        boolean move)
        implements Plan {
      @Override
      public String toString() {
        return "Send[" + pass + "]";
      }

      String issuerId() {
        return GoogleIds.issuer(objectId);
      }
    }
  }

  Plan plan(PassRef pass, PassReader.Card card, Row row, boolean always) {
    return plan(pass, card, row, always, !clock.instant().isBefore(movesAgain));
  }

  private Plan plan(PassRef pass, PassReader.Card card, Row row, boolean always, boolean mayMove) {
    RotatingCodes.Code rotating = rotating(card);
    GoogleContent content = content(row.issuerId());
    Map<String, Object> object = content.object(card, rotating);
    String wanted = content.classId(card.content());
    boolean move = mayMove && !wanted.equals(row.classId());
    if (move && !(classes.ensure(card, wanted, false) instanceof GoogleAnswer.Done)) {
      move = false;
    }
    String classId = move ? wanted : row.classId();
    if (!move && wanted.equals(classId)) {
      // A newly published design repaints the class, too.
      GoogleAnswer painted = classes.ensure(card, classId, false);
      if (!(painted instanceof GoogleAnswer.Done)) {
        return new Plan.Settled(painted);
      }
    }
    String hash = hash(row, classId, object);
    if (!always && hash.equals(row.contentHash())) {
      return new Plan.Settled(new GoogleAnswer.Done(Map.of(), false));
    }
    boolean notify = row.notices() < NOTICES_OF_CHANGES;
    Map<String, @Nullable Object> change = new LinkedHashMap<>(content.change(card, rotating));
    if (move) {
      change.put("classId", classId);
    }
    return new Plan.Send(pass, row.objectId(), change, notify, classId, hash, move);
  }

  private Patched patch(PassRef pass, PassReader.Card card, Row row, boolean always) {
    Plan plan = plan(pass, card, row, always);
    Patched patched = send(pass, plan);
    if (plan instanceof Plan.Send sent
        && sent.move()
        && patched.answer() instanceof GoogleAnswer.Refused refused) {
      patched = send(pass, plan(pass, card, row, always, false));
      if (patched.answer() instanceof GoogleAnswer.Done) {
        LOG.warn(
            "Google does not let objects change their class ({}); the look of the first tier stays",
            refused.message());
        movesAgain = clock.instant().plus(NO_MOVES);
      }
    }
    return patched;
  }

  private Patched send(PassRef pass, Plan plan) {
    return switch (plan) {
      case Plan.Settled(GoogleAnswer answer) -> new Patched(answer, pass.version());
      case Plan.Send send -> {
        pace.await(send.issuerId());
        yield heard(
            send,
            wallet(pass, send.issuerId())
                .patchObject(send.objectId(), send.change(), send.announce()));
      }
    };
  }

  /** Remembers what Google took. */
  Patched heard(Plan.Send send, GoogleAnswer answer) {
    PassRef pass = send.pass();
    if (!(answer instanceof GoogleAnswer.Done(var body, boolean silent))) {
      return new Patched(answer, pass.version());
    }
    long version =
        database.inTenant(
            pass.merchantId(),
            c ->
                objects.changed(
                    c,
                    pass.merchantId(),
                    pass.serial(),
                    send.classId(),
                    send.hash(),
                    send.announce() && !silent));
    return new Patched(answer, version);
  }
}
