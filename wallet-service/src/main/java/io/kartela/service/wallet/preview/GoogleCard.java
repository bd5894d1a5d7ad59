package io.kartela.service.wallet.preview;

import io.kartela.service.code.Totp;
import io.kartela.service.platform.http.Lang;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws a Google loyalty object with its class, as the Wallet app does. */
public final class GoogleCard {
  private GoogleCard() {}

  /**
   * The whole card as the web page draws it.
   *
   * @param pictures data: addresses of pictures; null where one cannot be had
   */
  public static PhoneView.Card view(
      HeldCard held, Function<String, @Nullable String> pictures, Lang lang) {
    return view(held, pictures, lang, held.updatedAt());
  }

  /**
   * The same at another moment than that of its last change.
   *
   * @param now for a barcode that changes with time
   */
  public static PhoneView.Card view(
      HeldCard held, Function<String, @Nullable String> pictures, Lang lang, Instant now) {
    Map<String, Object> object = held.object();
    Map<String, Object> type = held.loyaltyClass();
    String background = text(type, "hexBackgroundColor", "#1f3a5f");
    boolean dark = luminance(background) < 0.45;
    List<PhoneView.Field> secondary = new ArrayList<>();
    List<PhoneView.Field> auxiliary = new ArrayList<>();
    List<PhoneView.Field> back = new ArrayList<>();
    add(secondary, "tier", points(object, "secondaryLoyaltyPoints", lang));
    if (!text(object, "accountName", "").isEmpty()) {
      secondary.add(
          new PhoneView.Field(
              "member", lang == Lang.RU ? "Участник" : "Member", text(object, "accountName", "")));
    }
    for (Object one : list(object, "textModulesData")) {
      PhoneView.Field field =
          new PhoneView.Field(
              text(one, "id", "text"), local(one, "header", lang), local(one, "body", lang));
      (field.value().length() <= 24 && auxiliary.size() < 2 ? auxiliary : back).add(field);
    }
    for (Map<String, Object> place : List.of(type, object)) {
      for (Object one : list(place, "messages")) {
        Instant end = AppleCard.end(text(at(at(one, "displayInterval"), "end"), "date", ""));
        if (end != null && !now.isBefore(end)) {
          continue;
        }
        back.addFirst(
            new PhoneView.Field("message", local(one, "header", lang), local(one, "body", lang)));
      }
    }
    for (Object one : list(at(object, "linksModuleData"), "uris")) {
      back.add(new PhoneView.Field("link", local(one, "description", lang), text(one, "uri", "")));
    }
    List<PhoneView.Field> header = new ArrayList<>();
    add(header, "balance", points(object, "loyaltyPoints", lang));
    return new PhoneView.Card(
        held.serial(),
        local(type, "issuerName", lang),
        local(type, "programName", lang),
        background,
        dark ? "#ffffff" : "#1c1c1e",
        dark ? "rgba(255,255,255,0.78)" : "rgba(28,28,30,0.7)",
        pictures.apply(text(at(at(type, "programLogo"), "sourceUri"), "uri", "")),
        pictures.apply(text(at(at(object, "heroImage"), "sourceUri"), "uri", "")),
        barcode(object, now),
        header,
        List.of(),
        secondary,
        auxiliary,
        back,
        !"ACTIVE".equals(text(object, "state", "ACTIVE")),
        AppleCard.end(text(at(at(object, "validTimeInterval"), "end"), "date", "")),
        held.updatedAt(),
        null,
        null,
        List.of());
  }

  /**
   * What the lock screen says of a change that asked for a notice; null when nothing visible
   * changed.
   */
  public static @Nullable String changes(
      Map<String, Object> before, Map<String, Object> after, Lang lang) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("loyaltyPoints", "secondaryLoyaltyPoints")) {
      PhoneView.Field now = points(after, name, lang);
      if (now != null && !Objects.equals(before.get(name), after.get(name))) {
        parts.add(now.label() + ": " + now.value());
      }
    }
    // The tier stands among the texts where its name has translations: beside points that Google
    // announces, the lock screen names it too; alone it is announced nowhere.
    Object tier = tierText(after);
    if (!parts.isEmpty() && tier != null && !Objects.equals(tier, tierText(before))) {
      parts.add(local(tier, "header", lang) + ": " + local(tier, "body", lang));
    }
    return parts.isEmpty() ? null : String.join(" · ", parts);
  }

  private static @Nullable Object tierText(Map<String, Object> object) {
    for (Object one : list(object, "textModulesData")) {
      if (text(one, "id", "").equals("tier")) {
        return one;
      }
    }
    return null;
  }

  private static void add(List<PhoneView.Field> to, String key, PhoneView.@Nullable Field field) {
    if (field != null) {
      to.add(new PhoneView.Field(key, field.label(), field.value()));
    }
  }

  private static PhoneView.@Nullable Field points(
      Map<String, Object> object, String name, Lang lang) {
    Object points = object.get(name);
    Object balance = at(points, "balance");
    for (String kind : List.of("int", "string", "double")) {
      Object value = at(balance, kind);
      if (value != null) {
        String shown =
            kind.equals("string")
                ? String.valueOf(value)
                : PassFields.number(new BigDecimal(String.valueOf(value)), lang);
        return new PhoneView.Field(name, local(points, "label", lang), shown);
      }
    }
    return null;
  }

  /** The one that changes with time goes before the one that stays. */
  private static PhoneView.@Nullable Barcode barcode(Map<String, Object> object, Instant now) {
    Object rotating = object.get("rotatingBarcode");
    Object barcode = rotating == null ? object.get("barcode") : rotating;
    String value = rotating == null ? text(barcode, "value", "") : code(rotating, now);
    String format =
        switch (text(barcode, "type", "")) {
          case "QR_CODE" -> "QR";
          case "AZTEC" -> "AZTEC";
          case "PDF_417" -> "PDF417";
          case "CODE_128" -> "CODE128";
          case "EAN_13" -> AppleCard.isEan13(value) ? "EAN13" : "";
          case "CODE_39" -> "CODE39";
          case "CODABAR" -> "CODABAR";
          case "ITF_14" -> "ITF";
          default -> "";
        };
    String alt = text(barcode, "alternateText", "");
    return format.isEmpty()
        ? null
        : new PhoneView.Barcode(format, value, alt.isEmpty() ? null : alt);
  }

  private static String code(Object rotating, Instant now) {
    Object details = at(rotating, "totpDetails");
    long period = Long.parseLong(String.valueOf(at(details, "periodMillis")));
    long millis = now.toEpochMilli();
    String value =
        text(rotating, "valuePattern", "")
            .replace("{totp_timestamp_seconds}", Long.toString(now.getEpochSecond()))
            .replace("{totp_timestamp_millis}", Long.toString(millis));
    int number = 0;
    for (Object one : list(details, "parameters")) {
      byte[] key = HexFormat.of().parseHex(text(one, "key", ""));
      int digits = Integer.parseInt(String.valueOf(at(one, "valueLength")));
      value =
          value.replace(
              "{totp_value_" + number++ + "}",
              key.length == 0 ? "0".repeat(digits) : Totp.at(key, millis, period, digits));
    }
    return value;
  }

  /**
   * A text, or its translation when the resource has one: {@code header} beside {@code
   * localizedHeader}.
   */
  public static String local(@Nullable Object of, String name, Lang lang) {
    String localized = "localized" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Object texts = at(of, localized);
    for (Object one : list(texts, "translatedValues")) {
      if (lang.tag().equals(text(one, "language", ""))) {
        return text(one, "value", "");
      }
    }
    Object byDefault = at(texts, "defaultValue");
    return byDefault == null ? text(of, name, "") : text(byDefault, "value", "");
  }

  static String text(@Nullable Object of, String name, String byDefault) {
    return at(of, name) instanceof String text ? text : byDefault;
  }

  private static @Nullable Object at(@Nullable Object map, String key) {
    return map instanceof Map<?, ?> known ? known.get(key) : null;
  }

  private static List<?> list(@Nullable Object map, String key) {
    return at(map, key) instanceof List<?> list ? list : List.of();
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
  }
}
