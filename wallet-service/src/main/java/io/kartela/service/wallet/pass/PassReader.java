package io.kartela.service.wallet.pass;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.design.CardDesign.Barcode;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.design.Validity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a card and what it shows. Thread-safe. */
public final class PassReader {
  private static final int MEMBERS_KEPT = 50_000;

  private final Passes passes;
  private final CardSource source;
  private final DesignSource designs;
  private final ShortCodes shortCodes;
  private final InstantSource clock;

  /** Whose card a serial was when it was last seen: a guess that saves a round trip. */
  private final Map<String, Long> members = new ConcurrentHashMap<>();

  /** Where a merchant's design comes from. */
  @FunctionalInterface
  public interface DesignSource {
    DesignVersion current(long merchantId);
  }

  /** Gives a card thirteen digits that its design asks for and it has not got yet. */
  @FunctionalInterface
  public interface ShortCodes {
    void ensure(Connection c, long merchantId, long memberId) throws SQLException;
  }

  /** With the design that everybody begins with; such cards have no end that a clock could tell. */
  public PassReader(Passes passes, CardSource source) {
    this(
        passes,
        source,
        merchantId -> DesignVersion.first(),
        (c, merchantId, memberId) -> {},
        () -> Instant.EPOCH);
  }

  public PassReader(
      Passes passes,
      CardSource source,
      DesignSource designs,
      ShortCodes shortCodes,
      InstantSource clock) {
    this.shortCodes = shortCodes;
    this.passes = passes;
    this.source = source;
    this.designs = designs;
    this.clock = clock;
  }

  /** A card with its content and design, which are at least as new as the card's version. */
  public record Card(PassRef pass, CardContent content, DesignVersion design) {
    public Card {
      Objects.requireNonNull(pass);
      Objects.requireNonNull(content);
      Objects.requireNonNull(design);
    }

    /** How this card's tier looks. */
    public Face face() {
      return design.design().face(content.tier().id());
    }

    /** A card issued by the design before, which asked for no EAN-13. */
    private boolean lacksCode() {
      return content.ean13() == null && design.design().barcodes().contains(Barcode.EAN13);
    }
  }

  /**
   * What may still be said of a card that was replaced. Whoever holds its phone may have found it:
   * nothing of the member is among it.
   */
  public record VoidCard(PassRef pass, CardSource.Shop shop, DesignVersion design) {
    public VoidCard {
      Objects.requireNonNull(shop);
      Objects.requireNonNull(design);
      if (!pass.voided()) {
        throw new IllegalArgumentException("this card lives");
      }
    }
  }

  /** A card that was replaced; asks the database for nothing of the member's. */
  public VoidCard voided(PassRef pass) {
    return new VoidCard(pass, source.shop(pass.merchantId()), designs.current(pass.merchantId()));
  }

  /** The content of a card read in the same transaction; empty when its member is gone. */
  public Optional<Card> read(Connection c, PassRef pass) throws SQLException {
    Optional<Card> card = once(c, pass);
    if (card.isEmpty() || !card.get().lacksCode()) {
      return card;
    }
    shortCodes.ensure(c, pass.merchantId(), pass.memberId());
    return once(c, pass);
  }

  private Optional<Card> once(Connection c, PassRef pass) throws SQLException {
    RoundTrip trip = new RoundTrip();
    CardSource.Asked asked = source.ask(trip, pass.merchantId(), pass.memberId());
    trip.run(c);
    return card(pass, asked, c);
  }

  /** The content of a card read before, in a transaction that is one round trip. */
  public Optional<Card> read(Database database, PassRef pass) {
    Optional<Card> card = once(database, pass);
    return card.isPresent() && card.get().lacksCode()
        ? database.inTenant(pass.merchantId(), c -> read(c, pass))
        : card;
  }

  private Optional<Card> once(Database database, PassRef pass) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.enter(trip, pass.merchantId());
    CardSource.Asked asked = source.ask(trip, pass.merchantId(), pass.memberId());
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return card(pass, asked, c);
        });
  }

  /**
   * A card by its serial.
   *
   * @param card what it shows, at least as new as its version; empty for a card that was replaced
   *     or whose member is gone, and when it has to be asked for by {@link #read(Database,
   *     PassRef)}
   */
  public record Seen(PassRef pass, Optional<Card> card) {}

  /**
   * The card with this serial, in a transaction that is one round trip; with its content when the
   * serial was seen before and is still the same member's.
   */
  public Optional<Seen> bySerial(Database database, long merchantId, String serial) {
    Long member = members.get(serial);
    RoundTrip trip = new RoundTrip();
    PostgresLedger.enter(trip, merchantId);
    Answer<Optional<PassRef>> found = passes.bySerial(trip, merchantId, serial);
    CardSource.Asked asked = member == null ? null : source.ask(trip, merchantId, member);
    return database.inTransaction(
        c -> {
          trip.commit(c);
          PassRef pass = found.get().orElse(null);
          if (pass == null) {
            return Optional.empty();
          }
          if (asked == null || member == null || member != pass.memberId() || pass.voided()) {
            learn(pass);
            return Optional.of(new Seen(pass, Optional.empty()));
          }
          return Optional.of(
              new Seen(pass, card(pass, asked, c).filter(card -> !card.lacksCode())));
        });
  }

  private void learn(PassRef pass) {
    if (members.size() >= MEMBERS_KEPT) {
      members.clear();
    }
    members.put(pass.serial(), pass.memberId());
  }

  private Optional<Card> card(PassRef pass, CardSource.Asked asked, Connection c)
      throws SQLException {
    return asked
        .read(c)
        .map(content -> card(pass, content, designs.current(pass.merchantId()), clock.instant()));
  }

  /** A card by its design, which may end it. */
  public static Card card(PassRef pass, CardContent content, DesignVersion design, Instant now) {
    Validity validity = design.design().validity();
    return new Card(
        pass,
        validity == null
            ? content
            : content.until(validity.end(pass.validFrom(), content.zone()), now),
        design);
  }

  /** What a web address leads to. */
  public sealed interface Found {
    record Living(Card card) implements Found {}

    /** The card was replaced by another one. */
    record Replaced() implements Found {}

    record Nothing() implements Found {}
  }

  /** The card of a web address, in a transaction of its own. */
  public Found byToken(Database database, String token) {
    OptionalLong merchantId = Passes.merchantOf(token);
    PassRef pass =
        merchantId.isEmpty()
            ? null
            : passes.byToken(database, merchantId.getAsLong(), token).orElse(null);
    if (pass == null) {
      return new Found.Nothing();
    }
    return pass.voided()
        ? new Found.Replaced()
        : read(database, pass).<Found>map(Found.Living::new).orElseGet(Found.Nothing::new);
  }
}
