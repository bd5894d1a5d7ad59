package io.kartela.service.message.post;

import io.kartela.service.platform.http.LocalText;
import java.time.Instant;

/**
 * Words to one person.
 *
 * @param occasion what makes it this message and no other: the same is said once, whoever says it
 *     how often
 * @param deadline from when on it is of no use
 */
public record Message(
    long merchantId,
    Recipient to,
    Reason reason,
    String occasion,
    LocalText text,
    Instant deadline) {

  /** Its words may hold a code, and the number is somebody's. */
  @Override
  public String toString() {
    return reason + " " + occasion;
  }
}
