package io.kartela.service.wallet.design;

import io.kartela.service.code.CardNumber;
import io.kartela.service.code.ShortCode;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.content.Fact;
import io.kartela.service.wallet.content.Template;
import java.awt.Color;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A design as read from its document; see {@link DesignReader}. Immutable.
 *
 * @param description what the card is, for people who do not see it
 * @param poster whether newer phones get the poster style besides the storeCard
 * @param barcodes in order of preference; at least one
 * @param maxDistance metres; null: the phone's own idea
 * @param sharing whether the Share button works
 * @param nfc whether the card may be tapped at a reader when the certificate allows it
 * @param rotating whether the barcode changes with time where the wallet can do that (Google)
 * @param validity null: cards are valid for good
 */
public record CardDesign(
    Template description,
    @Nullable Template logoText,
    boolean poster,
    Face face,
    Map<String, Face> tiers,
    List<Barcode> barcodes,
    List<Place> places,
    @Nullable Integer maxDistance,
    List<Beacon> beacons,
    List<Relevant> relevantDates,
    List<Action> actions,
    boolean sharing,
    boolean nfc,
    boolean rotating,
    @Nullable Validity validity) {

  public CardDesign {
    tiers = Map.copyOf(tiers);
    barcodes = List.copyOf(barcodes);
    places = List.copyOf(places);
    beacons = List.copyOf(beacons);
    relevantDates = List.copyOf(relevantDates);
    actions = List.copyOf(actions);
  }

  /** Where fields stand. */
  public enum Group {
    HEADER,
    PRIMARY,
    SECONDARY,
    AUXILIARY,
    FOOTER,
    BACK
  }

  /** A picture's place, with the most points Apple gives it. */
  public enum Role {
    ICON(38, 38),
    LOGO(160, 50),
    STRIP(375, 144),
    PRIMARY_LOGO(126, 30),
    BACKGROUND(345, 505),
    HERO(344, 112);

    final int width;
    final int height;

    Role(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /**
   * Barcodes by Apple's names; the last four are known to newer phones only, and Apple's own words
   * for them are not published yet: these follow the older ones.
   */
  public enum Barcode {
    QR("PKBarcodeFormatQR", "QR_CODE"),
    PDF417("PKBarcodeFormatPDF417", "PDF_417"),
    AZTEC("PKBarcodeFormatAztec", "AZTEC"),
    CODE128("PKBarcodeFormatCode128", "CODE_128"),
    EAN13("PKBarcodeFormatEAN13", "EAN_13"),
    CODE39("PKBarcodeFormatCode39", "CODE_39"),
    CODABAR("PKBarcodeFormatCodabar", "CODABAR"),
    ITF("PKBarcodeFormatI2of5", "ITF_14");

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final String apple;
    private final String google;

    Barcode(String apple, String google) {
      this.apple = apple;
      this.google = google;
    }

    public String apple() {
      return apple;
    }

    public String google() {
      return google;
    }

    /** What it says of a card; null when the card has no code that it has room for. */
    public @Nullable String message(CardContent card) {
      String code = this == EAN13 ? card.ean13() : card.code();
      return code != null && holds(code) ? code : null;
    }

    /** As {@link #message}, in Google's form of it: there, an interleaved 2 of 5 is a GTIN-14. */
    @Nullable String googleMessage(CardContent card) {
      String code = message(card);
      boolean fits =
          code != null && (this != ITF || (code.length() == 14 && CardNumber.gs1Checks(code)));
      return fits ? code : null;
    }

    /** What stands under it for people. */
    public String caption(CardContent card) {
      String ean13 = card.ean13();
      return this == EAN13 && ean13 != null ? ShortCode.grouped(ean13) : card.number();
    }

    /**
     * Whether it has room for exactly this code: an EAN-13 is a GTIN of thirteen digits, an
     * interleaved 2 of 5 has digits in pairs, the other bars have an alphabet each, and squares are
     * written in the encoding that passes name.
     */
    public boolean holds(String code) {
      return switch (this) {
        case EAN13 -> code.length() == 13 && CardNumber.gs1Checks(code);
        case ITF -> code.length() % 2 == 0 && CardNumber.isDigits(code);
        case CODE128 -> code.length() <= 80 && code.chars().allMatch(c -> c >= ' ' && c <= '~');
        case CODE39 -> code.length() <= 80 && code.matches("[0-9A-Z .$/+%-]+");
        case CODABAR -> code.length() <= 80 && code.matches("[0-9$:/.+-]+");
        case QR, PDF417, AZTEC -> LATIN_1.newEncoder().canEncode(code);
      };
    }

    /** Whether every phone knows it. */
    boolean everywhere() {
      return switch (this) {
        case QR, PDF417, AZTEC, CODE128 -> true;
        case EAN13, CODE39, CODABAR, ITF -> false;
      };
    }
  }

  /**
   * How the card of a tier looks.
   *
   * @param background null: the tier's colour
   * @param text null: black or white, whichever reads better
   * @param label null: a quieter text
   * @param pictures the merchant's own, by id; a role that is missing is drawn or left out
   */
  public record Face(
      @Nullable Color background,
      @Nullable Color text,
      @Nullable Color label,
      Map<Role, String> pictures,
      Set<Role> none,
      Map<Group, List<Field>> fields) {
    public Face {
      pictures = Map.copyOf(pictures);
      none = Set.copyOf(none);
      fields = Map.copyOf(fields);
    }

    public Color background(CardContent card) {
      return background == null ? Colors.of(card.tier().color()) : background;
    }

    public Color text(CardContent card) {
      return text == null ? Colors.textOn(background(card)) : text;
    }

    public Color label(CardContent card) {
      return label == null ? Colors.labelOn(background(card)) : label;
    }

    public List<Field> fields(Group group) {
      return fields.getOrDefault(group, List.of());
    }

    /** This face with what the other says differently. */
    Face with(Face other) {
      Map<Role, String> own = new EnumMap<>(Role.class);
      own.putAll(pictures);
      own.putAll(other.pictures);
      other.none.forEach(own::remove);
      Set<Role> missing = new HashSet<>(none);
      missing.removeAll(other.pictures.keySet());
      missing.addAll(other.none);
      Map<Group, List<Field>> groups = new HashMap<>(fields);
      groups.putAll(other.fields);
      return new Face(
          other.background == null ? background : other.background,
          other.text == null ? text : other.text,
          other.label == null ? label : other.label,
          own,
          missing,
          groups);
    }
  }

  /**
   * A field of the card.
   *
   * @param change what the lock screen says when the value changed; {@code %@} is the value
   * @param empty shown while a fact is missing; null: the field is left out then
   * @param when shown only while the card has all of these
   * @param unless not shown while the card has one of these
   * @param link where a tap leads
   * @param linkFact the member's own address that a tap leads to; without it now, the field is left
   *     out
   */
  public record Field(
      String key,
      @Nullable Template label,
      Template value,
      @Nullable Text change,
      @Nullable Template empty,
      Set<Fact> when,
      Set<Fact> unless,
      @Nullable URI link,
      @Nullable Fact linkFact) {
    public Field {
      when = Set.copyOf(when);
      unless = Set.copyOf(unless);
    }

    /** Minor units when the value is one amount that the card has now. */
    public OptionalLong amount(CardContent card) {
      Fact single = value.single();
      return single == null ? OptionalLong.empty() : single.amount(card);
    }

    /** Whether its value is something that a Google card shows in a place of its own. */
    public boolean isShownByGoogle() {
      Fact single = value.single();
      return single == Fact.BALANCE || single == Fact.MEMBER || single == Fact.NUMBER;
    }

    /** Whether its value is the tier and nothing else. */
    public boolean isTier() {
      return value.single() == Fact.TIER;
    }

    /** Whether its value names the tier. */
    public boolean tellsTier() {
      return value.facts().contains(Fact.TIER);
    }

    /** The address to open; null when there is none now. */
    public @Nullable URI link(CardContent card) {
      Fact own = linkFact == null ? value.single() : linkFact;
      return link != null || own == null ? link : own.link(card);
    }

    /** Null when the field is not to be shown. */
    public @Nullable Text value(CardContent card, @Nullable String news) {
      Text text = isHidden(card, news) ? null : value.fill(card, news);
      return text == null && empty != null && !isHidden(card, news) ? empty.fill(card, news) : text;
    }

    /** As {@link #value} without the words that stand in for a missing fact. */
    public @Nullable Text valueOnly(CardContent card, @Nullable String news) {
      return isHidden(card, news) ? null : value.fill(card, news);
    }

    private boolean isHidden(CardContent card, @Nullable String news) {
      if (linkFact != null && linkFact.link(card) == null) {
        return true;
      }
      for (Fact fact : when) {
        if (fact.text(card, news) == null) {
          return true;
        }
      }
      for (Fact fact : unless) {
        if (fact.text(card, news) != null) {
          return true;
        }
      }
      return false;
    }
  }

  /** Where the card shows itself on the lock screen. */
  public record Place(double latitude, double longitude, @Nullable Text text) {}

  public record Beacon(
      String uuid, @Nullable Integer major, @Nullable Integer minor, @Nullable Text text) {}

  /**
   * When the card is at hand.
   *
   * @param until null: a moment
   */
  public record Relevant(Instant from, @Nullable Instant until) {
    /** After it, a year has more digits than phones read; before the other, a minus. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Whether phones can write it. */
    boolean isPlain() {
      return isPlain(from) && (until == null || isPlain(until));
    }

    private static boolean isPlain(Instant at) {
      return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }

    /** When it is over. */
    Instant end() {
      return until == null ? from : until;
    }

    /** Whether a card may say it now: it is not over, and phones read it. */
    public boolean isAhead(Instant now) {
      return isPlain() && end().isAfter(now);
    }
  }

  /** A button of newer phones. */
  public record Action(String id, String type, URI url) {}

  /** The first barcode in which Google shows a code of this card. */
  public Barcode googleBarcode(CardContent card) {
    return barcodes.stream()
        .filter(kind -> kind.googleMessage(card) != null)
        .findFirst()
        .orElse(Barcode.QR);
  }

  /** The face of a tier. */
  public Face face(String tier) {
    return tiers.getOrDefault(tier, face);
  }
}
