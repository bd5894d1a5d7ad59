package io.kartela.service.wallet.preview;

import io.kartela.service.platform.http.Lang;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows a pass's fields as a phone does, and tells what changed between two versions. */
public final class PassFields {
  /** The style of newer phones, which stands in pass.json beside that of the others. */
  static final String POSTER = "posterGeneric";

  private static final String[] GROUPS = {
    "headerFields",
    "primaryFields",
    "secondaryFields",
    "auxiliaryFields",
    "footerFields",
    "backFields"
  };

  private PassFields() {}

  static List<PhoneView.Field> group(PkPass pass, String style, String group, Lang lang) {
    List<PhoneView.Field> fields = new ArrayList<>();
    for (JsonNode field : pass.json().path(style).path(group)) {
      fields.add(
          new PhoneView.Field(
              field.path("key").asString(""),
              pass.localised(field.path("label").asString(""), lang),
              shown(pass, field, lang)));
    }
    return fields;
  }

  /**
   * The text of a lock-screen notice for a new version, or null when nothing that changed asks for
   * one.
   */
  public static @Nullable String changes(PkPass before, PkPass after, Lang lang, Ios ios) {
    Map<String, JsonNode> old = fields(before, ios);
    List<JsonNode> changed = new ArrayList<>();
    fields(after, ios)
        .forEach(
            (key, field) -> {
              JsonNode was = old.get(key);
              if (was != null
                  && field.has("changeMessage")
                  && !was.path("value").equals(field.path("value"))) {
                changed.add(field);
              }
            });
    if (changed.isEmpty()) {
      return null;
    }
    if (changed.size() == 1) {
      JsonNode one = changed.getFirst();
      String message = pass(after, one.path("changeMessage"), lang);
      return message.contains("%@") ? message.replace("%@", shown(after, one, lang)) : message;
    }
    // Wallet shows one text for several changes; ours names them.
    List<String> parts = new ArrayList<>();
    for (JsonNode one : changed) {
      String label = pass(after, one.path("label"), lang);
      String message = one.path("changeMessage").asString("");
      parts.add(
          message.equals("%@") ? shown(after, one, lang) : label + " " + shown(after, one, lang));
    }
    return String.join(" · ", parts);
  }

  private static String pass(PkPass pass, JsonNode text, Lang lang) {
    return pass.localised(text.asString(""), lang);
  }

  private static Map<String, JsonNode> fields(PkPass pass, Ios ios) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    JsonNode style = pass.json().path(style(pass, ios));
    for (String group : GROUPS) {
      for (JsonNode field : style.path(group)) {
        fields.put(field.path("key").asString(""), field);
      }
    }
    return fields;
  }

  /** Which of the pass's styles the phone draws. */
  static String style(PkPass pass, Ios ios) {
    if (ios.knowsPosters() && pass.json().has(POSTER)) {
      return POSTER;
    }
    for (String style :
        new String[] {"storeCard", "generic", "coupon", "eventTicket", "boardingPass"}) {
      if (pass.json().has(style)) {
        return style;
      }
    }
    throw new WalletRefused("pass.json names no style");
  }

  private static String shown(PkPass pass, JsonNode field, Lang lang) {
    JsonNode value = field.path("value");
    return value.isNumber()
        ? number(value.decimalValue(), lang)
        : pass.localised(value.asString(""), lang);
  }

  static String number(BigDecimal value, Lang lang) {
    Locale locale = lang == Lang.RU ? Locale.of("ru", "RU") : Locale.US;
    String pattern = value.stripTrailingZeros().scale() > 0 ? "#,##0.00" : "#,##0";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
  }

  static @Nullable String dataUrl(byte @Nullable [] png) {
    return png == null ? null : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
