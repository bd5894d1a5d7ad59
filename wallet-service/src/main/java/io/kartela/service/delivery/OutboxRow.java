package io.kartela.service.delivery;

import io.kartela.service.http.Http;
import java.time.Instant;
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

  @Nullable String news() {
    JsonNode news = payload.path("news");
    return news.isString() && !news.asString().isBlank() ? news.asString() : null;
  }

  /**
   * Names the message: one campaign's text is one message, however often its rows are delivered.
   */
  String newsKey() {
    JsonNode campaign = payload.path("campaign");
    return campaign.isMissingNode() ? "row-" + outboxId : "campaign-" + campaign.asString("");
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

  /** The payload with one more mark for a later attempt. */
  String payloadWith(String mark, boolean value) {
    ObjectNode copy = payload instanceof ObjectNode o ? o.deepCopy() : Http.JSON.createObjectNode();
    copy.put(mark, value);
    return Http.JSON.writeValueAsString(copy);
  }

  static Set<Long> members(Iterable<OutboxRow> rows) {
    Set<Long> members = new TreeSet<>();
    rows.forEach(row -> members.add(row.memberId()));
    return members;
  }
}
