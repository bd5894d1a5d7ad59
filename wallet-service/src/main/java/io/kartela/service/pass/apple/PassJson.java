package io.kartela.service.pass.apple;

import io.kartela.service.http.Http;
import io.kartela.service.http.Lang;
import io.kartela.service.pass.Amounts;
import io.kartela.service.pass.CardContent;
import io.kartela.service.pass.CardContent.Burn;
import io.kartela.service.pass.CardContent.Progress;
import io.kartela.service.pass.CardContent.Status;
import io.kartela.service.pass.CardContent.Text;
import io.kartela.service.pass.Colors;
import io.kartela.service.pass.PassRef;
import java.awt.Color;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a card's content out as a storeCard: pass.json and both pass.strings. */
final class PassJson {
  private final String passTypeIdentifier;
  private final String teamIdentifier;
  private final URI webService;

  PassJson(String passTypeIdentifier, String teamIdentifier, URI webService) {
    this.passTypeIdentifier = passTypeIdentifier;
    this.teamIdentifier = teamIdentifier;
    this.webService = webService;
  }

  /** The parts of the bundle that differ from card to card. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Files(byte[] json, byte[] ru, byte[] en) {}

  Files write(PassRef pass, CardContent card) {
    PassStrings strings = new PassStrings(card.locale());
    Color color = Colors.of(card.tier().color());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("formatVersion", 1);
    json.put("passTypeIdentifier", passTypeIdentifier);
    json.put("teamIdentifier", teamIdentifier);
    json.put("serialNumber", pass.serial());
    json.put("authenticationToken", pass.authToken());
    json.put("webServiceURL", webService.toString());
    json.put("organizationName", card.shopName());
    json.put("logoText", card.shopName());
    json.put("description", strings.key(card.programName()));
    json.put("backgroundColor", Colors.css(color));
    json.put("foregroundColor", Colors.css(Colors.textOn(color)));
    json.put("labelColor", Colors.css(Colors.labelOn(color)));
    if (pass.voided() || card.status() == Status.BLOCKED) {
      json.put("voided", true);
    }
    // The card is a person's own: the Share button would hand out somebody's bonuses.
    json.put("sharingProhibited", true);
    if (!pass.voided()) {
      json.put("barcodes", List.of(barcode(card)));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("headerFields", List.of(balance(card, strings)));
    fields.put("primaryFields", List.of(tier(card, strings)));
    fields.put("secondaryFields", secondary(card, strings));
    fields.put("auxiliaryFields", auxiliary(card, strings));
    fields.put("backFields", back(pass, card, strings));
    json.put("storeCard", fields);
    return new Files(
        Http.JSON.writeValueAsBytes(json), strings.file(Lang.RU), strings.file(Lang.EN));
  }

  private static Map<String, Object> barcode(CardContent card) {
    return Map.of(
        "format",
        "PKBarcodeFormatQR",
        "message",
        card.code(),
        "messageEncoding",
        "iso-8859-1",
        "altText",
        card.number());
  }

  private static Map<String, Object> balance(CardContent card, PassStrings strings) {
    Map<String, Object> field =
        number("balance", strings.key("Бонусы", "Bonuses"), card.available());
    field.put("changeMessage", strings.key("Баланс: %@", "Balance: %@"));
    return field;
  }

  private static Map<String, Object> tier(CardContent card, PassStrings strings) {
    Map<String, Object> field =
        field("tier", strings.key("Уровень", "Tier"), strings.key(card.tier().name()));
    field.put("changeMessage", strings.key("Ваш новый уровень: %@", "Your new tier: %@"));
    return field;
  }

  private static List<Object> secondary(CardContent card, PassStrings strings) {
    List<Object> fields = new ArrayList<>();
    fields.add(field("member", strings.key("Участник", "Member"), card.memberName()));
    Progress progress = card.progress();
    if (progress != null) {
      Text label =
          text("До уровня «%s»", "To %s", progress.nextTier().ru(), progress.nextTier().en());
      Text left =
          text(
              "%s ₽",
              "%s ₽",
              Amounts.text(progress.remaining(), Lang.RU),
              Amounts.text(progress.remaining(), Lang.EN));
      fields.add(field("progress", strings.key(label), strings.key(left)));
    }
    return fields;
  }

  private static List<Object> auxiliary(CardContent card, PassStrings strings) {
    List<Object> fields = new ArrayList<>();
    Burn burn = card.nextBurn();
    if (burn != null) {
      Text label =
          text(
              "Сгорит %s",
              "Burns %s",
              Amounts.day(burn.at(), card.zone(), Lang.RU),
              Amounts.day(burn.at(), card.zone(), Lang.EN));
      fields.add(number("burn", strings.key(label), burn.amount()));
    }
    if (card.debt() > 0) {
      fields.add(number("debt", strings.key("Долг", "Owed"), card.debt()));
    } else if (card.pending() > 0) {
      fields.add(number("pending", strings.key("Скоро начислим", "Coming soon"), card.pending()));
    }
    return fields;
  }

  private static List<Object> back(PassRef pass, CardContent card, PassStrings strings) {
    List<Object> fields = new ArrayList<>();
    fields.add(news(pass.news(), strings));
    fields.add(field("number", strings.key("Номер карты", "Card number"), card.number()));
    if (card.pending() > 0 && card.debt() > 0) {
      fields.add(number("pending", strings.key("Скоро начислим", "Coming soon"), card.pending()));
    }
    if (!card.operations().isEmpty()) {
      Text list = Amounts.operations(card);
      fields.add(
          field(
              "operations",
              strings.key("Последние операции", "Last operations"),
              strings.key(list)));
    }
    fields.add(
        link(
            "cardPage",
            strings.key("Карта в браузере", "Your card on the web"),
            card.links().cardPage()));
    URI shop = card.links().shop();
    if (shop != null) {
      fields.add(link("shop", card.shopName(), shop));
    }
    if (!card.terms().isBlank()) {
      fields.add(
          field("terms", strings.key("Условия программы", "Terms"), strings.key(card.terms())));
    }
    return fields;
  }

  /** Always there: Wallet announces the change of a field it knows, not a new one. */
  private static Map<String, Object> news(@Nullable String text, PassStrings strings) {
    String value = text == null ? strings.key("Пока новостей нет", "Nothing new yet") : text;
    Map<String, Object> field = field("news", strings.key("Новости", "News"), value);
    field.put("changeMessage", "%@");
    return field;
  }

  private static Text text(String ru, String en, String ruArgument, String enArgument) {
    return new Text(ru.formatted(ruArgument), en.formatted(enArgument));
  }

  private static Map<String, Object> link(String key, String label, URI address) {
    Map<String, Object> field = field(key, label, address.toString());
    field.put(
        "attributedValue",
        "<a href='" + address.toASCIIString().replace("'", "%27") + "'>" + address + "</a>");
    return field;
  }

  /** A number that the phone formats in its own way. */
  private static Map<String, Object> number(String key, String label, long minor) {
    BigDecimal value = BigDecimal.valueOf(minor, 2).stripTrailingZeros();
    Map<String, Object> field = field(key, label, value.scale() < 0 ? value.setScale(0) : value);
    field.put("numberStyle", "PKNumberStyleDecimal");
    return field;
  }

  private static Map<String, Object> field(String key, String label, Object value) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("key", key);
    field.put("label", label);
    field.put("value", value);
    return field;
  }
}
