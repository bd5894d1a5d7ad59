package io.kartela.service.wallet.preview;

import java.time.Instant;
import java.util.Map;

/** A pass in the wallet, as Google last showed it. */
public record HeldCard(
    String token,
    String objectId,
    Map<String, Object> object,
    Map<String, Object> loyaltyClass,
    Instant updatedAt) {
  public String serial() {
    return objectId.substring(objectId.indexOf('.') + 1);
  }
}
