package io.kartela.service.message.delivery;

import io.kartela.service.platform.http.Http;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A claimed change of one member's card.
 *
 * @param payload what caused it; {@code news} is a text for the card, {@code notify} asks for the
 *     lock screen, {@code serial} means one card and not the member's living one
 * @param attempts how often it was claimed, this time included; names the claim
 */
record OutboxRow(
    long merchantId,
    long outboxId,
    long memberId,
    JsonNode payload,
    int attempts,
    Instant createdAt) {

  /** By which words in the payload senders of texts know their own. */
  private static final List<String> SENDERS = List.of("campaign", "automation", "review");

  @Nullable String news() {
    JsonNode news = payload.path("news");
    return news.isString() && !news.asString().isBlank() ? news.asString() : null;
  }

  /**
   * Names the message: one campaign's text is one message, however often its rows are delivered.
   */
  String newsKey() {
    for (String sender : SENDERS) {
      JsonNode its = payload.path(sender);
      if (!its.isMissingNode()) {
        return sender + "-" + its.asString("");
      }
    }
    return "row-" + outboxId;
  }

  /**
   * The one card that is meant, which has its new version already; null: the member's living one.
   */
  @Nullable String serial() {
    return payload.path("serial").asString(null);
  }

  /** The one device that is meant; null: every one that holds the card. */
  @Nullable String device() {
    return payload.path("device").asString(null);
  }

  /** The card has its new version already, from an attempt that could not push. */
  boolean touched() {
    return payload.path("touched").asBoolean(false);
  }

  /** Whether whoever caused the change hears of the result from this row. */
  boolean reports() {
    return payload.path("report").asBoolean(true);
  }

  /**
   * The devices that are still to be told, and how many milliseconds each waits after the row is
   * due; empty: all that hold the card, at once.
   */
  Map<String, Long> devices() {
    Map<String, Long> devices = new LinkedHashMap<>();
    payload
        .path("devices")
        .properties()
        .forEach(e -> devices.put(e.getKey(), e.getValue().asLong()));
    return devices;
  }

  /** The dead letter of which this is another try; null: it is none. */
  @Nullable Long letter() {
    JsonNode letter = payload.path("letter");
    return letter.isNumber() ? letter.asLong() : null;
  }

  /** How often it was tried and failed, as far as that was anybody's fault but our own pace. */
  int failures() {
    return Math.max(1, attempts - payload.path("waits").asInt(0));
  }

  /**
   * The text of a campaign, an automation, a request for a review: somebody may have paused it
   * since.
   */
  boolean hasSender() {
    return SENDERS.stream().anyMatch(payload::has);
  }

  /** An offer: the member may have taken their consent back since. */
  boolean isOffer() {
    return payload.has("campaign") || payload.path("offer").asBoolean(false);
  }

  /** What a letter keeps: the card, and no text of yesterday. */
  String payloadPlain() {
    return Http.JSON.writeValueAsString(plain());
  }

  /** For some devices that are still to be told of the card, when others were. */
  String payloadFor(Map<String, Long> devices) {
    ObjectNode plain = plain();
    plain.put("touched", true);
    put(plain, devices);
    return Http.JSON.writeValueAsString(plain);
  }

  private ObjectNode plain() {
    ObjectNode copy = copy();
    copy.remove(
        List.of(
            "news",
            "notify",
            "campaign",
            "seq",
            "automation",
            "review",
            "offer",
            "report",
            "letter",
            "waits"));
    return copy;
  }

  private static void put(ObjectNode payload, Map<String, Long> devices) {
    if (!devices.isEmpty()) {
      ObjectNode node = payload.putObject("devices");
      devices.forEach(node::put);
    }
  }

  /** Which card or devices are meant, in one word; empty: the member's living card. */
  String target() {
    String serial = serial();
    String device = device();
    String which = device == null ? String.join(",", new TreeSet<>(devices().keySet())) : device;
    return serial == null && which.isEmpty() ? "" : (serial == null ? "" : serial) + "/" + which;
  }

  /** The payload of the same change for another vendor, who has letters of his own. */
  String payloadFor(boolean report) {
    ObjectNode copy = copy();
    copy.remove("letter");
    copy.put("report", report);
    return Http.JSON.writeValueAsString(copy);
  }

  /**
   * The payload for a later attempt by the same lane.
   *
   * @param devices that are still to be told; empty: as it was
   * @param wait whether only our own pace put it off
   */
  String payloadAgain(Map<String, Long> devices, boolean wait) {
    ObjectNode copy = copy();
    copy.put("touched", true);
    if (wait) {
      copy.put("waits", copy.path("waits").asInt(0) + 1);
    }
    put(copy, devices);
    return Http.JSON.writeValueAsString(copy);
  }

  /** The payload of a row that nobody began with. */
  String payloadHeld() {
    ObjectNode copy = copy();
    copy.put("waits", copy.path("waits").asInt(0) + 1);
    return Http.JSON.writeValueAsString(copy);
  }

  private ObjectNode copy() {
    return payload instanceof ObjectNode o ? o.deepCopy() : Http.JSON.createObjectNode();
  }

  static Set<Long> members(Iterable<OutboxRow> rows) {
    Set<Long> members = new TreeSet<>();
    rows.forEach(row -> members.add(row.memberId()));
    return members;
  }
}
