package io.kartela.service.till.scan;

import io.kartela.service.platform.http.Http;
import io.kartela.service.till.nfc.Cryptograms;
import io.kartela.service.till.nfc.SmartTap;
import io.kartela.service.till.nfc.VasCryptogram;
import io.kartela.service.till.scan.Reading.Medium;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * JSON in which readers and their drivers wrap what they read: SpringCard's, the passkit-style one,
 * our own names. Field names are taken in any case, because caps lock turns them. Pure.
 */
final class Envelope {
  private static final long APPLE_EPOCH = 978_307_200L;

  private final Map<String, JsonNode> fields = new HashMap<>();

  /** What was inside. */
  sealed interface Opened {
    record Nfc(Reading reading) implements Opened {}

    record Barcode(String text, String symbology) implements Opened {}

    record Unknown() implements Opened {}
  }

  private Envelope(JsonNode json) {
    collect(json, 0);
  }

  /** Fields of the object and of the objects within; the outermost of a name counts. */
  private void collect(JsonNode json, int depth) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String name = field.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      fields.putIfAbsent(name, field.getValue());
    }
    for (JsonNode inner : json) {
      if (inner.isObject() && depth < 2) {
        collect(inner, depth + 1);
      }
    }
  }

  static Opened open(String text) {
    JsonNode json;
    try {
      json = Http.JSON.readTree(text);
    } catch (JacksonException e) {
      return new Opened.Unknown();
    }
    return json.isObject() ? new Envelope(json).opened() : new Opened.Unknown();
  }

  private Opened opened() {
    Optional<Reading> bytes = cryptogram().or(this::plaintext).or(this::smartTapBundle);
    if (bytes.isPresent()) {
      return new Opened.Nfc(bytes.get());
    }
    String type = text("type", "kind", "wallet", "technology").toLowerCase(Locale.ROOT);
    boolean google =
        type.matches(".*(google|android|smart.?tap).*")
            || has("smarttapredemptionvalue", "redemptionvalue");
    boolean apple =
        type.matches(".*(apple|vas).*") || has("nfcmessage", "nfctimestamp", "passtypeidentifier");
    String message =
        text(
            "nfcmessage",
            "smarttapredemptionvalue",
            "redemptionvalue",
            "message",
            "payload",
            "value",
            "result",
            "text",
            "code",
            "data");
    if (google || apple) {
      Medium medium = google ? Medium.GOOGLE_NFC : Medium.APPLE_NFC;
      return new Opened.Nfc(new Reading.Decrypted(medium, message, time()));
    }
    String uid = text("uid", "cardid", "csn");
    String barcode = message.isEmpty() ? uid : message;
    return barcode.isEmpty()
        ? new Opened.Unknown()
        : new Opened.Barcode(barcode, text("symbology", "format", "barcodetype"));
  }

  private boolean has(String... names) {
    for (String name : names) {
      if (fields.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The first of these fields that is a text or a number; "" when none is. */
  private String text(String... names) {
    for (String name : names) {
      JsonNode node = fields.get(name);
      if (node != null && (node.isString() || node.isIntegralNumber())) {
        return node.asString();
      }
    }
    return "";
  }

  private Optional<Reading> cryptogram() {
    String text = text("cryptogram", "vasdata", "encryptedmessage", "encrypteddata");
    String passType = text("passtypeidentifier", "passtype");
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reading.Cryptogram(
                Cryptograms.bytes(text).orElse(new byte[0]), passType.isEmpty() ? null : passType));
  }

  /** What a reader decrypted and did not take apart: the time, then the message. */
  private Optional<Reading> plaintext() {
    String text = text("plaintext", "decrypted", "decrypteddata");
    return Cryptograms.bytes(text)
        .filter(b -> b.length >= 4)
        .map(
            b ->
                new Reading.Decrypted(
                    Medium.APPLE_NFC, VasCryptogram.message(b), VasCryptogram.time(b)));
  }

  private Optional<Reading> smartTapBundle() {
    String records = text("ndef", "records", "recordbundle");
    Optional<byte[]> plain = Cryptograms.bytes(records);
    if (plain.isEmpty() && has("bundle") && has("readerprivatekey")) {
      plain =
          SmartTap.decrypt(
              new SmartTap.Session(
                  bytes("readerprivatekey"),
                  bytes("devicepublickey"),
                  bytes("signeddata"),
                  bytes("signature"),
                  bytes("bundle")));
      if (plain.isEmpty()) {
        return Optional.of(new Reading.Cryptogram(new byte[0], null));
      }
    }
    return plain
        .flatMap(SmartTap::value)
        .map(v -> new Reading.Decrypted(Medium.GOOGLE_NFC, v, null));
  }

  private byte[] bytes(String name) {
    return Cryptograms.bytes(text(name)).orElse(new byte[0]);
  }

  /** Seconds or milliseconds since 1970, seconds since 2001, or a text; null when none is told. */
  private @Nullable Instant time() {
    String text = text("nfctimestamp", "timestamp", "time", "at");
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9]{1,15}")) {
      long number = Long.parseLong(text);
      return number >= 100_000_000_000L
          ? Instant.ofEpochMilli(number)
          : Instant.ofEpochSecond(number < 1_400_000_000L ? number + APPLE_EPOCH : number);
    }
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      // A time that nobody understands protects from nothing: far away, so that it is refused.
      return Instant.EPOCH;
    }
  }
}
