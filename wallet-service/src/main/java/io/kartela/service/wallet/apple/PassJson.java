package io.kartela.service.wallet.apple;

import io.kartela.service.code.CardCode;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Signs;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Status;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.CardDesign.Field;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import java.awt.Color;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lays a card's content out by its design: pass.json and both pass.strings. */
final class PassJson {
  /** The colour of a card that is over. */
  static final String ENDED = "#6e6e73";

  private final String passTypeIdentifier;
  private final String teamIdentifier;
  private final String webService;
  private final @Nullable String nfcPublicKey;
  private final InstantSource clock;

  /**
   * @param nfcPublicKey as Apple wants it; null: the certificate is not enabled for NFC
   */
  PassJson(
      String passTypeIdentifier,
      String teamIdentifier,
      String webService,
      @Nullable String nfcPublicKey,
      InstantSource clock) {
    this.clock = clock;
    this.passTypeIdentifier = passTypeIdentifier;
    this.teamIdentifier = teamIdentifier;
    this.webService = webService;
    this.nfcPublicKey = nfcPublicKey;
  }

  /** The parts of the bundle that differ from card to card. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Files(byte[] json, PassStrings.Files strings) {}

  /**
   * @param tierMoved the phone shows another tier still: its lock screen then names the tier and is
   *     silent about the balance, because Wallet says only "changed" of several fields at once
   */
  Files write(PassRef pass, CardContent card, CardDesign design, boolean tierMoved) {
    PassStrings strings = new PassStrings(card.locale());
    Face face = design.face(card.tier().id());
    Map<String, Object> json = head(pass, card.shopName().in(card.locale()));
    Text logoText = design.logoText() == null ? null : design.logoText().fill(card, pass.news());
    if (logoText != null) {
      json.put("logoText", strings.key(logoText));
    }
    Text description = design.description().fill(card, pass.news());
    json.put("description", strings.key(description == null ? card.programName() : description));
    json.put("backgroundColor", Colors.css(face.background(card)));
    json.put("foregroundColor", Colors.css(face.text(card)));
    json.put("labelColor", Colors.css(face.label(card)));
    if (card.status() == Status.BLOCKED) {
      json.put("voided", true);
    }
    String end = card.endText();
    if (end != null) {
      json.put("expirationDate", end);
    }
    if (!design.sharing()) {
      // The card is a person's own: the Share button would hand out somebody's bonuses.
      json.put("sharingProhibited", true);
    }
    json.put("barcodes", barcodes(card, design));
    Relevance.add(json, design, strings, clock.instant());
    if (nfcPublicKey != null && design.nfc()) {
      // Whoever has the pass could forge a reading of any message, so it must not be guessed from
      // what a cashier sees, nor stand in an address that a log keeps.
      String message = CardCode.tap(card.code());
      Map<String, Object> nfc = new LinkedHashMap<>();
      nfc.put("message", message);
      nfc.put("encryptionPublicKey", nfcPublicKey);
      json.put("nfc", nfc);
    }
    boolean quiet = tierMoved && announcesTier(face);
    Map<String, Object> groups = groups(pass, card, face, strings, quiet);
    Map<String, Object> storeCard = groups;
    if (design.poster()) {
      json.put("posterGeneric", groups);
      storeCard = new LinkedHashMap<>(groups);
    }
    storeCard.remove(name(Group.FOOTER));
    json.put("storeCard", storeCard);
    return new Files(Http.JSON.writeValueAsBytes(json), strings.files());
  }

  private Map<String, Object> head(PassRef pass, String shopName) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("formatVersion", 1);
    json.put("passTypeIdentifier", passTypeIdentifier);
    json.put("teamIdentifier", teamIdentifier);
    json.put("serialNumber", pass.serial());
    json.put("authenticationToken", pass.authToken());
    json.put("webServiceURL", webService);
    json.put("organizationName", shopName);
    return json;
  }

  /**
   * What is left of a card that was replaced: whose shop it is, and that it is over. No code, no
   * place, no look of a tier: whoever has the phone may have found it.
   */
  Files write(PassReader.VoidCard card) {
    PassStrings strings = new PassStrings(card.shop().locale());
    CardDesign design = card.design().design();
    Map<String, Object> json = head(card.pass(), Signs.line(card.shop().name()));
    json.put("logoText", Signs.line(card.shop().name()));
    json.put("description", strings.key(card.shop().programName()));
    Color background = Colors.of(ENDED);
    json.put("backgroundColor", Colors.css(background));
    json.put("foregroundColor", Colors.css(Colors.textOn(background)));
    json.put("labelColor", Colors.css(Colors.labelOn(background)));
    json.put("voided", true);
    json.put("sharingProhibited", true);
    Map<String, Object> ended = new LinkedHashMap<>();
    ended.put("key", announcing(design.face()));
    ended.put("label", strings.key("Карта не действует", "No longer valid"));
    ended.put("value", strings.key("заменена новой", "replaced by a new one"));
    ended.put(
        "changeMessage",
        strings.key("Эта карта больше не действует: %@", "This card is no longer valid: %@"));
    Map<String, Object> hint = new LinkedHashMap<>();
    hint.put("key", "ended");
    hint.put("label", strings.key("Что это значит", "What this means"));
    hint.put(
        "value",
        strings.key(
            "Магазин выпустил новую карту, а эту можно удалить.",
            "The shop has issued another card; this one can be removed."));
    Map<String, Object> groups = new LinkedHashMap<>();
    groups.put(name(Group.PRIMARY), List.of(ended));
    groups.put(name(Group.BACK), List.of(hint));
    if (design.poster()) {
      json.put("posterGeneric", groups);
    }
    json.put("storeCard", groups);
    return new Files(Http.JSON.writeValueAsBytes(json), strings.files());
  }

  /** Wallet announces a value that differs from the one before under the same key. */
  private static String announcing(Face face) {
    for (Group group : List.of(Group.PRIMARY, Group.HEADER, Group.SECONDARY, Group.AUXILIARY)) {
      for (Field field : face.fields(group)) {
        if (field.change() != null) {
          return field.key();
        }
      }
    }
    return "status";
  }

  private static boolean announcesTier(Face face) {
    for (Group group : Group.values()) {
      for (Field field : face.fields(group)) {
        if (field.change() != null && field.tellsTier()) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Object> barcodes(CardContent card, CardDesign design) {
    List<Object> barcodes = new ArrayList<>();
    for (CardDesign.Barcode kind : design.barcodes()) {
      String message = kind.message(card);
      if (message == null) {
        continue; // a phone that knows the format would draw nothing; the next one is drawn instead
      }
      Map<String, Object> barcode = new LinkedHashMap<>();
      barcode.put("format", kind.apple());
      barcode.put("message", message);
      barcode.put("messageEncoding", "iso-8859-1");
      barcode.put("altText", kind.caption(card));
      barcodes.add(barcode);
    }
    return barcodes;
  }

  private static Map<String, Object> groups(
      PassRef pass, CardContent card, Face face, PassStrings strings, boolean quiet) {
    Map<String, Object> groups = new LinkedHashMap<>();
    for (Group group : Group.values()) {
      List<Object> fields = new ArrayList<>();
      for (Field field : face.fields(group)) {
        Map<String, Object> written = field(field, pass.news(), card, strings, quiet);
        if (written != null) {
          fields.add(written);
        }
      }
      if (group != Group.FOOTER || !fields.isEmpty()) {
        groups.put(name(group), fields);
      }
    }
    return groups;
  }

  private static String name(Group group) {
    return switch (group) {
      case HEADER -> "headerFields";
      case PRIMARY -> "primaryFields";
      case SECONDARY -> "secondaryFields";
      case AUXILIARY -> "auxiliaryFields";
      case FOOTER -> "footerFields";
      case BACK -> "backFields";
    };
  }

  /** Null when there is nothing to show. */
  private static @Nullable Map<String, Object> field(
      Field field, @Nullable String news, CardContent card, PassStrings strings, boolean quiet) {
    Text value = field.value(card, news);
    Text label = field.label() == null ? null : field.label().fill(card, news);
    if (value == null || (field.label() != null && label == null)) {
      return null;
    }
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("key", field.key());
    if (label != null) {
      written.put("label", strings.key(label));
    }
    OptionalLong amount = field.amount(card);
    if (amount.isPresent()) {
      written.put("value", number(amount.getAsLong()));
      written.put("numberStyle", "PKNumberStyleDecimal");
    } else {
      written.put("value", strings.key(value));
    }
    URI link = field.link(card);
    if (link != null) {
      written.put(
          "attributedValue",
          "<a href='"
              + link.toASCIIString().replace("'", "%27")
              + "'>"
              + escaped(Signs.clean(value.in(card.locale())))
              + "</a>");
    }
    Text change = field.change();
    if (change != null && !(quiet && amount.isPresent())) {
      written.put("changeMessage", strings.key(change));
    }
    return written;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A number that the phone formats in its own way. */
  private static BigDecimal number(long minor) {
    BigDecimal value = BigDecimal.valueOf(minor, 2).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
