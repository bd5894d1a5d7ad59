package io.kartela.service.message.delivery;

import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of one change of a card.
 *
 * @param payload what the outbox row carried
 * @param reason why it was not delivered: NO_WALLET, DEAD_TOKEN, QUARANTINED, REFUSED, UNREACHABLE;
 *     empty when it was
 */
public record DeliveryResult(
    long merchantId, long memberId, JsonNode payload, Outcome outcome, String reason) {
  public DeliveryResult {
    Objects.requireNonNull(payload);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(reason);
  }

  private static final Set<String> NOT_BY_CARD =
      Set.of("NO_WALLET", "DEAD_TOKEN", "QUARANTINED", "REFUSED", "UNREACHABLE", "QUOTA");

  /** The card could not be told; another way may lead to the member. */
  public boolean notByCard() {
    return NOT_BY_CARD.contains(reason);
  }

  /** Delivered: a vendor took it for at least one device. Skipped: nobody holds the card. */
  public enum Outcome {
    DELIVERED,
    FAILED,
    SKIPPED
  }
}
