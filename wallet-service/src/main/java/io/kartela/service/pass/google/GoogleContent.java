package io.kartela.service.pass.google;

import io.kartela.service.http.Lang;
import io.kartela.service.pass.Amounts;
import io.kartela.service.pass.CardContent;
import io.kartela.service.pass.CardContent.Burn;
import io.kartela.service.pass.CardContent.Progress;
import io.kartela.service.pass.CardContent.Status;
import io.kartela.service.pass.CardContent.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lays a card's content out as Google's loyalty class and object. Stateless. */
final class GoogleContent {
  private final String issuerId;
  private final Supplier<URI> publicUrl;

  GoogleContent(String issuerId, Supplier<URI> publicUrl) {
    this.issuerId = issuerId;
    this.publicUrl = publicUrl;
  }

  /** One class per tier of a merchant's program: the look is the class's. */
  String classId(CardContent card) {
    return issuerId
        + "."
        + Long.toString(card.merchantId(), 36)
        + "-"
        + card.tier().id().replaceAll("[^A-Za-z0-9._-]", "_");
  }

  String objectId(String serial) {
    return issuerId + "." + serial;
  }

  /** The serial in an object's id; empty when the object is of another issuer. */
  String serial(String objectId) {
    return objectId.startsWith(issuerId + ".") ? objectId.substring(issuerId.length() + 1) : "";
  }

  Map<String, Object> loyaltyClass(CardContent card) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("issuerName", cut(card.shopName(), 20));
    localised(type, "programName", cut(card.programName()), card.locale());
    type.put("programLogo", image(card, "logo", card.programName()));
    type.put("hexBackgroundColor", card.tier().color().toLowerCase(java.util.Locale.ROOT));
    type.put("multipleDevicesAndHoldersAllowedStatus", "ONE_USER_ALL_DEVICES");
    type.put("callbackOptions", Map.of("url", publicUrl.get() + "/google/callbacks"));
    return type;
  }

  /** What an object says, for an insert: no field is empty. */
  Map<String, Object> object(CardContent card, @Nullable String news) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("state", card.status() == Status.ACTIVE ? "ACTIVE" : "INACTIVE");
    object.put("accountId", Long.toString(card.memberId(), 36));
    object.put("accountName", cut(card.memberName(), 20));
    object.put(
        "loyaltyPoints",
        points(new Text("Бонусы", "Bonuses"), balance(card.available()), card.locale()));
    String tier = card.tier().name().in(card.locale());
    if (tier.codePointCount(0, tier.length()) <= 7) {
      object.put(
          "secondaryLoyaltyPoints",
          points(new Text("Уровень", "Tier"), Map.of("string", tier), card.locale()));
    }
    object.put(
        "barcode", Map.of("type", "QR_CODE", "value", card.code(), "alternateText", card.number()));
    object.put("heroImage", image(card, "hero", card.tier().name()));
    object.put("textModulesData", texts(card, news));
    object.put("linksModuleData", Map.of("uris", links(card)));
    return object;
  }

  /** The same for a change: what the new content lacks is cleared rather than kept. */
  Map<String, @Nullable Object> change(CardContent card, @Nullable String news) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>(object(card, news));
    Map<String, Object> fresh = balance(card.available());
    Map<String, @Nullable Object> balance = new LinkedHashMap<>(fresh);
    balance.put(fresh.containsKey("int") ? "string" : "int", null);
    change.put("loyaltyPoints", points(new Text("Бонусы", "Bonuses"), balance, card.locale()));
    change.putIfAbsent("secondaryLoyaltyPoints", null);
    return change;
  }

  /**
   * Google shows at most seven characters: whole bonuses as a number, others as text while they
   * fit.
   */
  private static Map<String, Object> balance(long minor) {
    String text = Amounts.text(minor, Lang.RU).replace("\u00a0", "");
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

  private static List<Map<String, Object>> texts(CardContent card, @Nullable String news) {
    List<Map<String, Object>> texts = new ArrayList<>();
    Lang base = card.locale();
    texts.add(text("tier", new Text("Уровень", "Tier"), card.tier().name(), base));
    Progress progress = card.progress();
    if (progress != null) {
      texts.add(
          text(
              "progress",
              new Text(
                  "До уровня «" + progress.nextTier().ru() + "»", "To " + progress.nextTier().en()),
              new Text(
                  Amounts.text(progress.remaining(), Lang.RU) + " ₽",
                  Amounts.text(progress.remaining(), Lang.EN) + " ₽"),
              base));
    }
    Burn burn = card.nextBurn();
    if (burn != null) {
      texts.add(
          text(
              "burn",
              new Text(
                  "Сгорит " + Amounts.day(burn.at(), card.zone(), Lang.RU),
                  "Burns " + Amounts.day(burn.at(), card.zone(), Lang.EN)),
              amount(burn.amount()),
              base));
    }
    if (card.debt() > 0) {
      texts.add(text("debt", new Text("Долг", "Owed"), amount(card.debt()), base));
    }
    if (card.pending() > 0) {
      texts.add(
          text("pending", new Text("Скоро начислим", "Coming soon"), amount(card.pending()), base));
    }
    if (news != null) {
      texts.add(text("news", new Text("Новости", "News"), Text.same(news), base));
    }
    if (!card.operations().isEmpty()) {
      texts.add(
          text(
              "operations",
              new Text("Последние операции", "Last operations"),
              Amounts.operations(card),
              base));
    }
    if (!card.terms().isBlank()) {
      texts.add(text("terms", new Text("Условия программы", "Terms"), card.terms(), base));
    }
    return texts;
  }

  private static Text amount(long minor) {
    return new Text(Amounts.text(minor, Lang.RU), Amounts.text(minor, Lang.EN));
  }

  private static Map<String, Object> text(String id, Text header, Text body, Lang base) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("id", id);
    localised(text, "header", header, base);
    localised(text, "body", body, base);
    return text;
  }

  private static List<Map<String, Object>> links(CardContent card) {
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(
        link(
            "card",
            card.links().cardPage(),
            new Text("Карта в браузере", "Your card on the web"),
            card.locale()));
    URI shop = card.links().shop();
    if (shop != null) {
      links.add(link("shop", shop, Text.same(card.shopName()), card.locale()));
    }
    return links;
  }

  private static Map<String, Object> link(String id, URI address, Text label, Lang base) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("id", id);
    link.put("uri", address.toString());
    localised(link, "description", label, base);
    return link;
  }

  private Map<String, Object> image(CardContent card, String kind, Text description) {
    String address =
        publicUrl.get()
            + "/google/art/"
            + card.tier().color().substring(1).toLowerCase(java.util.Locale.ROOT)
            + "/"
            + kind
            + ".png";
    return Map.of(
        "sourceUri",
        Map.of("uri", address),
        "contentDescription",
        strings(description, card.locale()));
  }

  /** The text in the member's language, and beside it in both. */
  private static void localised(Map<String, Object> to, String name, Text text, Lang base) {
    to.put(name, text.in(base));
    to.put(
        "localized" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
        strings(text, base));
  }

  private static Map<String, Object> strings(Text text, Lang base) {
    Lang other = base == Lang.RU ? Lang.EN : Lang.RU;
    return Map.of(
        "defaultValue", Map.of("language", base.tag(), "value", text.in(base)),
        "translatedValues", List.of(Map.of("language", other.tag(), "value", text.in(other))));
  }

  private static Text cut(Text text) {
    return new Text(cut(text.ru(), 20), cut(text.en(), 20));
  }

  /** Google counts characters, and cuts or refuses what is longer. */
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
