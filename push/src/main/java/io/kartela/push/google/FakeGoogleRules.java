package io.kartela.push.google;

import com.google.api.client.util.ClassInfo;
import com.google.api.services.walletobjects.model.LoyaltyClass;
import com.google.api.services.walletobjects.model.LoyaltyObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Google checks before it stores a class or an object. */
final class FakeGoogleRules {
  private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern ISSUER = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Set<String> STATES = Set.of("ACTIVE", "COMPLETED", "EXPIRED", "INACTIVE");
  private static final Set<String> ROTATING = Set.of("QR_CODE", "PDF_417");
  private static final Pattern COLOR = Pattern.compile("#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})");

  /** What each can carry: "14 digit ITF code", "11 or 12 digit codes", and the alphabets. */
  private static final Map<String, Pattern> BARCODES =
      Map.ofEntries(
          Map.entry("AZTEC", Pattern.compile("(?s).{1,3000}")),
          Map.entry("CODE_39", Pattern.compile("[0-9A-Z .$/+%-]{1,80}")),
          Map.entry("CODE_128", Pattern.compile("\\p{ASCII}{1,80}")),
          Map.entry("CODABAR", Pattern.compile("(?i)[A-D]?[0-9$:/.+-]{1,80}[A-D]?")),
          Map.entry("DATA_MATRIX", Pattern.compile("(?s).{1,2000}")),
          Map.entry("EAN_8", Pattern.compile("[0-9]{7,8}")),
          Map.entry("EAN_13", Pattern.compile("[0-9]{12,13}")),
          Map.entry("ITF_14", Pattern.compile("[0-9]{14}")),
          Map.entry("PDF_417", Pattern.compile("(?s).{1,1800}")),
          Map.entry("QR_CODE", Pattern.compile("(?s).{1,2900}")),
          Map.entry("UPC_A", Pattern.compile("[0-9]{11,12}")),
          Map.entry("TEXT_ONLY", Pattern.compile("(?s).{1,200}")));

  private static final Set<String> CLASS_FIELDS =
      known(LoyaltyClass.class, "merchantLocations", "valueAddedModuleData");
  private static final Set<String> OBJECT_FIELDS =
      known(
          LoyaltyObject.class,
          "notifyPreference",
          "merchantLocations",
          "linkedObjectIds",
          "saveRestrictions",
          "valueAddedModuleData");

  /** Ids are {@code issuer.suffix}. */
  static String issuer(Object id) {
    String text = String.valueOf(id);
    int dot = text.indexOf('.');
    return dot < 0 ? "" : text.substring(0, dot);
  }

  void id(Object id) {
    String text = String.valueOf(id);
    if (!ISSUER.matcher(issuer(id)).matches()
        || !SUFFIX.matcher(text.substring(text.indexOf('.') + 1)).matches()) {
      throw FakeGoogleError.invalid("Invalid resource ID: " + text);
    }
  }

  void loyaltyClass(Map<String, Object> body) {
    unknown(body, CLASS_FIELDS);
    id(required(body, "id"));
    text(body, "issuerName", 20);
    text(body, "programName", 20);
    Object logo = required(body, "programLogo");
    if (!(at(at(logo, "sourceUri"), "uri") instanceof String uri) || uri.isBlank()) {
      throw FakeGoogleError.invalid("programLogo.sourceUri.uri is required");
    }
    Object review = required(body, "reviewStatus");
    if (!"UNDER_REVIEW".equals(review) && !"DRAFT".equals(review)) {
      throw FakeGoogleError.invalid(
          "Invalid review status: " + review + ". Use UNDER_REVIEW or DRAFT");
    }
    Set<String> holders = Set.of("MULTIPLE_HOLDERS", "ONE_USER_ALL_DEVICES", "ONE_USER_ONE_DEVICE");
    oneOf(body, "multipleDevicesAndHoldersAllowedStatus", holders);
    oneOf(body, "viewUnlockRequirement", Set.of("UNLOCK_NOT_REQUIRED", "UNLOCK_REQUIRED_TO_VIEW"));
    Object color = body.get("hexBackgroundColor");
    if (color != null && !COLOR.matcher(String.valueOf(color)).matches()) {
      throw FakeGoogleError.invalid("Invalid hexBackgroundColor: " + color);
    }
    Object options = body.get("callbackOptions");
    if (options != null && !(at(options, "url") instanceof String)) {
      throw FakeGoogleError.invalid("callbackOptions.url is required");
    }
    smartTap(body);
    FakeGoogleTexts.check(body);
    atMost(body, "merchantLocations", 10);
    atMost(body, "messages", 10);
  }

  /**
   * "Identifies which redemption issuers can redeem the pass over Smart Tap": a class that is to be
   * tapped and names nobody is read by no terminal.
   */
  private static void smartTap(Map<String, Object> body) {
    List<?> issuers = body.get("redemptionIssuers") instanceof List<?> list ? list : List.of();
    for (Object one : issuers) {
      if (!isInt64(one)) {
        throw FakeGoogleError.invalid(
            "Invalid value at 'redemptionIssuers' (TYPE_INT64), \"" + one + "\"");
      }
    }
    if (Boolean.TRUE.equals(body.get("enableSmartTap")) && issuers.isEmpty()) {
      throw FakeGoogleError.invalid("enableSmartTap needs redemptionIssuers");
    }
  }

  /** A number as JSON's, or as text, which is how Google writes those of 64 bits. */
  private static boolean isInt64(Object value) {
    try {
      return Long.parseLong(String.valueOf(value)) > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void oneOf(Map<String, Object> body, String name, Set<String> known) {
    Object value = body.get(name);
    if (value != null && !known.contains(String.valueOf(value))) {
      throw FakeGoogleError.invalid("Invalid value at '" + name + "': " + value);
    }
  }

  void object(Map<String, Object> body) {
    unknown(body, OBJECT_FIELDS);
    id(required(body, "id"));
    id(required(body, "classId"));
    FakeGoogleTexts.check(body);
    if (!STATES.contains(String.valueOf(required(body, "state")))) {
      throw FakeGoogleError.invalid("Invalid state: " + body.get("state"));
    }
    limit(body.get("accountName"), "accountName", 20);
    limit(body.get("accountId"), "accountId", 20);
    points(body.get("loyaltyPoints"), "loyaltyPoints");
    points(body.get("secondaryLoyaltyPoints"), "secondaryLoyaltyPoints");
    barcode(body.get("barcode"));
    rotating(body.get("rotatingBarcode"));
    atMost(body, "merchantLocations", 10);
    atMost(body, "messages", 10);
    if (body.get("smartTapRedemptionValue") instanceof String value
        && !StandardCharsets.US_ASCII.newEncoder().canEncode(value)) {
      throw FakeGoogleError.invalid("smartTapRedemptionValue must be ASCII");
    }
  }

  private static void points(@Nullable Object points, String name) {
    if (points == null) {
      return;
    }
    limit(at(points, "label"), name + ".label", 9);
    if (at(points, "balance") instanceof Map<?, ?> balance) {
      long kinds =
          balance.keySet().stream()
              .filter(key -> Set.of("int", "string", "double", "money").contains(key))
              .count();
      if (kinds != 1 || balance.size() != 1) {
        throw FakeGoogleError.invalid(name + ".balance takes one of int, string, double, money");
      }
      limit(balance.get("string"), name + ".balance.string", 7);
    }
  }

  private static void barcode(@Nullable Object barcode) {
    if (barcode == null) {
      return;
    }
    Pattern shape = BARCODES.get(String.valueOf(at(barcode, "type")));
    if (shape == null) {
      throw FakeGoogleError.invalid("Invalid barcode.type: " + at(barcode, "type"));
    }
    if (!(at(barcode, "value") instanceof String value) || !shape.matcher(value).matches()) {
      throw FakeGoogleError.invalid(
          "Invalid barcode.value for " + at(barcode, "type") + ": " + at(barcode, "value"));
    }
  }

  private static void rotating(@Nullable Object barcode) {
    if (barcode == null) {
      return;
    }
    if (!ROTATING.contains(String.valueOf(at(barcode, "type")))) {
      throw FakeGoogleError.invalid("rotatingBarcode.type must be QR_CODE or PDF_417");
    }
    if (!(at(barcode, "valuePattern") instanceof String)
        || !"TOTP_SHA1".equals(at(at(barcode, "totpDetails"), "algorithm"))) {
      throw FakeGoogleError.invalid("rotatingBarcode needs valuePattern and TOTP_SHA1 details");
    }
  }

  private static void unknown(Map<String, Object> body, Set<String> known) {
    for (String name : body.keySet()) {
      if (!known.contains(name)) {
        throw FakeGoogleError.invalid(
            "Invalid JSON payload received. Unknown name \"" + name + "\": Cannot find field.");
      }
    }
  }

  private static Object required(Map<String, Object> body, String name) {
    Object value = body.get(name);
    if (value == null || value.equals("")) {
      throw FakeGoogleError.invalid("Invalid resource: " + name + " is required");
    }
    return value;
  }

  private static void text(Map<String, Object> body, String name, int advised) {
    // Google only advises a length here (it cuts the display), so nothing longer is refused.
    if (!(required(body, name) instanceof String value) || value.length() > advised * 50) {
      throw FakeGoogleError.invalid("Invalid resource: " + name);
    }
  }

  private static void limit(@Nullable Object value, String name, int characters) {
    if (value instanceof String text && text.codePointCount(0, text.length()) > characters) {
      throw FakeGoogleError.invalid(name + " is longer than " + characters + " characters");
    }
  }

  private static void atMost(Map<String, Object> body, String name, int count) {
    if (body.get(name) instanceof List<?> list && list.size() > count) {
      throw FakeGoogleError.invalid(name + ": at most " + count);
    }
  }

  private static @Nullable Object at(@Nullable Object map, String key) {
    return map instanceof Map<?, ?> known ? known.get(key) : null;
  }

  private static Set<String> known(Class<?> model, String... newer) {
    Set<String> names = new HashSet<>(ClassInfo.of(model).getNames());
    names.addAll(List.of(newer));
    return Set.copyOf(names);
  }
}
