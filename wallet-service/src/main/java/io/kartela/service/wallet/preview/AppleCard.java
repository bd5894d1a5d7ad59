package io.kartela.service.wallet.preview;

import io.kartela.service.code.CardNumber;
import io.kartela.service.platform.http.Lang;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Draws a pass as Apple's Wallet does: the poster where the phone knows it, else the storeCard. */
public final class AppleCard {
  /** What a poster's face has room for; the rows of a storeCard are not on it. */
  private static final int POSTER_HEADER = 1;

  private static final int POSTER_PRIMARY = 4;
  private static final int POSTER_FOOTER = 1;
  private static final int MOST_ACTIONS = 2;

  private AppleCard() {}

  /** The whole card as the web page draws it. */
  public static PhoneView.Card view(PkPass pass, Instant updatedAt, Lang lang, Ios ios) {
    String style = PassFields.style(pass, ios);
    boolean poster = style.equals(PassFields.POSTER);
    List<PhoneView.Field> header = PassFields.group(pass, style, "headerFields", lang);
    List<PhoneView.Field> primary = PassFields.group(pass, style, "primaryFields", lang);
    return new PhoneView.Card(
        pass.serial(),
        pass.text("organizationName"),
        pass.text("logoText").isEmpty() ? null : pass.localised(pass.text("logoText"), lang),
        colour(pass, "backgroundColor", "rgb(255, 255, 255)"),
        colour(pass, "foregroundColor", "rgb(0, 0, 0)"),
        colour(pass, "labelColor", "rgb(0, 0, 0)"),
        PassFields.dataUrl(pass.image("logo")),
        poster ? null : PassFields.dataUrl(pass.image("strip")),
        barcode(pass, ios),
        poster ? first(header, POSTER_HEADER) : header,
        poster ? first(primary, POSTER_PRIMARY) : primary,
        poster ? List.of() : PassFields.group(pass, style, "secondaryFields", lang),
        poster ? List.of() : PassFields.group(pass, style, "auxiliaryFields", lang),
        PassFields.group(pass, style, "backFields", lang),
        pass.json().path("voided").asBoolean(false),
        end(pass.text("expirationDate")),
        updatedAt,
        pass.signature(),
        poster
            ? new PhoneView.Poster(
                PassFields.dataUrl(pass.image("background")),
                PassFields.dataUrl(pass.image("primaryLogo")),
                first(PassFields.group(pass, style, "footerFields", lang), POSTER_FOOTER))
            : null,
        ios.knowsPosters() ? actions(pass) : List.of());
  }

  private static <T> List<T> first(List<T> items, int most) {
    return items.subList(0, Math.min(most, items.size()));
  }

  /** Wallets take a moment with its offset; what is none is as good as nothing. */
  static @Nullable Instant end(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String colour(PkPass pass, String field, String byDefault) {
    return pass.text(field).isEmpty() ? byDefault : pass.text(field);
  }

  private static List<PhoneView.Action> actions(PkPass pass) {
    List<PhoneView.Action> actions = new ArrayList<>();
    for (JsonNode action : pass.json().path("featuredActions")) {
      if (actions.size() < MOST_ACTIONS) {
        actions.add(
            new PhoneView.Action(
                action.path("type").asString(""), action.path("url").asString("")));
      }
    }
    return actions;
  }

  /** The first one that the phone knows and that can say this message. */
  private static PhoneView.@Nullable Barcode barcode(PkPass pass, Ios ios) {
    for (JsonNode barcode : pass.json().path("barcodes")) {
      String message = barcode.path("message").asString("");
      String format = format(barcode.path("format").asString(""), message, ios);
      if (!format.isEmpty()) {
        String alt = barcode.path("altText").asString("");
        return new PhoneView.Barcode(format, message, alt.isEmpty() ? null : alt);
      }
    }
    return null;
  }

  private static String format(String apple, String message, Ios ios) {
    return switch (apple) {
      case "PKBarcodeFormatQR" -> "QR";
      case "PKBarcodeFormatAztec" -> "AZTEC";
      case "PKBarcodeFormatPDF417" -> "PDF417";
      case "PKBarcodeFormatCode128" -> "CODE128";
      default -> ios.knowsPosters() ? newer(apple, message) : "";
    };
  }

  /** Thirteen digits of which the last one checks: no phone draws others. */
  static boolean isEan13(String message) {
    return message.length() == 13 && CardNumber.gs1Checks(message);
  }

  private static String newer(String apple, String message) {
    return switch (apple) {
      case "PKBarcodeFormatEAN13" -> isEan13(message) ? "EAN13" : "";
      case "PKBarcodeFormatCode39" ->
          message.toUpperCase(Locale.ROOT).matches("[0-9A-Z. $/+%-]+") ? "CODE39" : "";
      case "PKBarcodeFormatCodabar" -> message.matches("[0-9$:/.+-]+") ? "CODABAR" : "";
      case "PKBarcodeFormatI2of5" -> message.matches("(\\d\\d)+") ? "ITF" : "";
      default -> "";
    };
  }
}
