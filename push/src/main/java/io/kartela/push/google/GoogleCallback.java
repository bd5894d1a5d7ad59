package io.kartela.push.google;

import java.time.Instant;
import java.util.Objects;

/**
 * Google tells that a person added or removed a pass. Delivered at least once: remember the nonce
 * and ignore repetitions.
 *
 * @param classId the class, issuer included
 * @param objectId the object, issuer included
 * @param event what the person did
 * @param nonce the same in every repetition of this event
 * @param expires nobody may act on it later; how long a nonce has to be remembered
 */
public record GoogleCallback(
    String classId, String objectId, Event event, String nonce, Instant expires) {
  public GoogleCallback {
    Objects.requireNonNull(event);
    Objects.requireNonNull(expires);
    if (classId.isBlank() || objectId.isBlank() || nonce.isBlank()) {
      throw new IllegalArgumentException("an incomplete call-back");
    }
  }

  /** What happened. */
  public enum Event {
    SAVE,
    DELETE
  }
}
