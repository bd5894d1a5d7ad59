package io.kartela.service.wallet.pass;

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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a card and what it shows. Thread-safe. */
public final class PassReader {
  private final Passes passes;
  private final CardSource source;
  private final DesignSource designs;
  private final ShortCodes shortCodes;
  private final InstantSource clock;

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
