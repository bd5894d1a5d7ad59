package io.kartela.service.wallet.google;

import static io.kartela.service.wallet.google.GoogleStrings.cut;
import static io.kartela.service.wallet.google.GoogleStrings.localised;
import static io.kartela.service.wallet.google.GoogleStrings.strings;

import io.kartela.service.code.CardCode;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardAmounts;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Status;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.CardDesign.Role;
import io.kartela.service.wallet.pass.PassReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays a card's content out as Google's loyalty class and object. Stateless. */
final class GoogleContent {
  /** The fields of an object that say something of the member or let it be used. */
  private static final List<String> MEMBERS_OWN =
      List.of(
          "accountId",
          "accountName",
          "loyaltyPoints",
          "secondaryLoyaltyPoints",
          "barcode",
          "rotatingBarcode",
          "passConstraints",
          "smartTapRedemptionValue",
          "heroImage",
          "linksModuleData",
          "merchantLocations",
          "messages");

  static final Text TIER = new Text("Уровень", "Tier");

  private final String issuerId;
  private final GoogleAddresses addresses;

  GoogleContent(String issuerId, GoogleAddresses addresses) {
    this.issuerId = issuerId;
    this.addresses = addresses;
  }

  /** One class per tier of a merchant's program: the look is the class's. */
  String classId(CardContent card) {
    return GoogleIds.of(
        issuerId,
        Long.toString(card.merchantId(), 36)
            + "-"
            + card.tier().id().replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  Map<String, Object> loyaltyClass(PassReader.Card whole) {
    CardContent card = whole.content();
    Map<String, Object> type = new LinkedHashMap<>();
    localised(type, "issuerName", cut(card.shopName()), card.locale());
    localised(type, "programName", cut(card.programName()), card.locale());
    type.put("programLogo", image(whole, "logo", card.programName()));
    type.put("hexBackgroundColor", color(whole));
    type.put("multipleDevicesAndHoldersAllowedStatus", "ONE_USER_ALL_DEVICES");
    if (whole.design().design().nfc() && issuerId.matches("[0-9]{1,20}")) {
      type.put("enableSmartTap", true);
      // As text, as Google writes such numbers itself: no reader of JSON may round nineteen digits.
      type.put("redemptionIssuers", List.of(issuerId));
    }
    type.put("callbackOptions", Map.of("url", addresses.callbacks()));
    return type;
  }

  /** What an object says, for an insert: no field is empty. */
  Map<String, Object> object(PassReader.Card whole, RotatingCodes.@Nullable Code rotating) {
    CardContent card = whole.content();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("state", card.status() == Status.ACTIVE ? "ACTIVE" : "INACTIVE");
    object.put("accountId", Long.toString(card.memberId(), 36));
    object.put("accountName", cut(card.memberName(), 20));
    object.put(
        "loyaltyPoints",
        points(new Text("Бонусы", "Bonuses"), balance(card.available()), card.locale()));
    boolean tierShown = isOneWord(card.tier().name());
    if (tierShown) {
      object.put(
          "secondaryLoyaltyPoints",
          points(TIER, Map.of("string", card.tier().name().ru()), card.locale()));
    }
    object.put("barcode", barcode(whole));
    if (rotating != null) {
      object.put("rotatingBarcode", rotating(whole, rotating));
      object.put("passConstraints", Map.of("screenshotEligibility", "INELIGIBLE"));
    }
    // Without it a reader would be given the barcode's value, which anybody can copy from the
    // screen.
    object.put("smartTapRedemptionValue", CardCode.tap(card.code()));
    if (!whole.face().none().contains(Role.HERO)) {
      object.put("heroImage", image(whole, "hero", card.tier().name()));
    }
    object.put("textModulesData", GoogleTexts.texts(whole, tierShown));
    List<Map<String, Object>> links = GoogleTexts.links(whole);
    if (!links.isEmpty()) {
      object.put("linksModuleData", Map.of("uris", links));
    }
    places(object, whole.design().design());
    String end = card.endText();
    if (end != null) {
      object.put("validTimeInterval", Map.of("end", Map.of("date", end)));
    }
    return object;
  }

  /**
   * Whether both languages call it the same, in no more characters than there is room for: this
   * place knows no translations, and a phone would show a label in its language beside a value in
   * the member's.
   */
  private static boolean isOneWord(Text name) {
    return name.ru().equals(name.en()) && name.ru().codePointCount(0, name.ru().length()) <= 7;
  }

  /** The first of the design's barcodes in which Google shows a code of this card. */
  private static Map<String, Object> barcode(PassReader.Card whole) {
    CardContent card = whole.content();
    CardDesign.Barcode kind = whole.design().design().googleBarcode(card);
    return Map.of(
        "type",
        kind.google(),
        "value",
        Objects.requireNonNullElseGet(kind.message(card), card::code),
        "alternateText",
        kind.caption(card));
  }

  /** Drawn instead of the other one by phones that can. */
  private static Map<String, Object> rotating(PassReader.Card card, RotatingCodes.Code code) {
    boolean wide = card.design().design().barcodes().getFirst() == CardDesign.Barcode.PDF417;
    return Map.of(
        "type",
        wide ? "PDF_417" : "QR_CODE",
        "valuePattern",
        code.valuePattern(),
        "totpDetails",
        Map.of(
            "algorithm",
            "TOTP_SHA1",
            "periodMillis",
            Integer.toString(code.periodMillis()),
            "parameters",
            List.of(Map.of("key", code.keyHex(), "valueLength", code.valueLength()))),
        "alternateText",
        card.content().number());
  }

  private static void places(Map<String, Object> object, CardDesign design) {
    if (!design.places().isEmpty()) {
      object.put(
          "merchantLocations",
          design.places().stream()
              .map(p -> Map.of("latitude", p.latitude(), "longitude", p.longitude()))
              .toList());
    }
  }

  /** The same for a change: what the new content lacks is cleared rather than kept. */
  Map<String, @Nullable Object> change(
      PassReader.Card whole, RotatingCodes.@Nullable Code rotating) {
    CardContent card = whole.content();
    Map<String, @Nullable Object> change = new LinkedHashMap<>(object(whole, rotating));
    Map<String, Object> fresh = balance(card.available());
    Map<String, @Nullable Object> balance = new LinkedHashMap<>(fresh);
    balance.put(fresh.containsKey("int") ? "string" : "int", null);
    change.put("loyaltyPoints", points(new Text("Бонусы", "Bonuses"), balance, card.locale()));
    for (String field :
        List.of(
            "secondaryLoyaltyPoints",
            "heroImage",
            "linksModuleData",
            "merchantLocations",
            "validTimeInterval",
            "rotatingBarcode",
            "passConstraints")) {
      change.putIfAbsent(field, null);
    }
    return change;
  }

  /**
   * What is left of an object whose card was replaced: whoever has its phone may have found it, and
   * learns nothing of the member.
   */
  static Map<String, @Nullable Object> ended(Lang base) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put("state", "INACTIVE");
    for (String field : MEMBERS_OWN) {
      change.put(field, null);
    }
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("id", "ended");
    localised(text, "header", new Text("Карта больше не действует", "No longer valid"), base);
    localised(
        text,
        "body",
        new Text("Она заменена новой, эту можно удалить", "It was replaced, you can remove it"),
        base);
    change.put("textModulesData", List.of(text));
    return change;
  }

  /**
   * Google shows at most seven characters: whole bonuses as a number, others as text while they
   * fit.
   */
  private static Map<String, Object> balance(long minor) {
    String text = CardAmounts.text(minor, Lang.RU).replace("\u00a0", "");
    return minor % 100 != 0 && text.length() <= 7
        ? Map.of("string", text)
        : Map.of("int", Math.floorDiv(minor, 100));
  }

  private static Map<String, Object> points(
      Text label, Map<String, ? extends @Nullable Object> balance, Lang base) {
    Map<String, Object> points = new LinkedHashMap<>();
    localised(points, "label", label, base);
    points.put("balance", balance);
    return points;
  }

  /** The merchant's own picture, or one drawn in the card's colour. */
  private Map<String, Object> image(PassReader.Card card, String kind, Text description) {
    boolean logo = kind.equals("logo");
    Map<Role, String> own = card.face().pictures();
    String hero = own.getOrDefault(Role.HERO, own.getOrDefault(Role.STRIP, ""));
    String id = logo ? own.getOrDefault(Role.ICON, "") : hero;
    String address =
        id.isEmpty()
            ? addresses.drawn(color(card).substring(1), kind)
            : addresses.own(card.pass().merchantId(), id, kind);
    return Map.of(
        "sourceUri",
        Map.of("uri", address),
        "contentDescription",
        strings(description, card.content().locale()));
  }

  private static String color(PassReader.Card card) {
    return Colors.hex(card.face().background(card.content()));
  }
}
