package io.kartela.push.google;

import io.kartela.push.Delivery;
import io.kartela.push.Delivery.AddressFate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What Google Wallet said. Exhaustive: switch over it without a default. */
public sealed interface GoogleAnswer {

  /**
   * It is so.
   *
   * @param body the resource as Google now holds it; unmodifiable, may be empty
   * @param silent true when it was written, but without the lock-screen notice that was asked for,
   *     because the pass has had its three notices in 24 hours
   */
  record Done(Map<String, Object> body, boolean silent) implements GoogleAnswer {
    public Done {
      Objects.requireNonNull(body);
    }
  }

  /** No such class or object: insert it first. */
  record NotFound(String message) implements GoogleAnswer {}

  /** An object or class of this id exists already. */
  record Conflict(String message) implements GoogleAnswer {}

  /** The pass has had its notices for today; the silent attempt was refused, too. */
  record Quota(String message) implements GoogleAnswer {}

  /** Busy, out of reach or silent; it may or may not have happened. */
  record Retry(String reason, Duration after) implements GoogleAnswer {}

  /**
   * Refused for good.
   *
   * @param status the HTTP status
   * @param reason Google's word, such as {@code invalidResource} or {@code PERMISSION_DENIED}
   * @param message Google's explanation; for logs and the merchant, never a secret
   */
  record Refused(int status, String reason, String message) implements GoogleAnswer {}

  /** The same in the words that every channel speaks. */
  default Delivery asDelivery() {
    return switch (this) {
      case Done(var body, var silent) ->
          new Delivery.Delivered(Objects.toString(body.getOrDefault("id", "")));
      case NotFound(var message) -> new Delivery.Rejected("notFound", AddressFate.QUARANTINE, null);
      case Conflict(var message) -> new Delivery.Rejected("conflict", AddressFate.KEEP, null);
      case Quota(var message) -> new Delivery.Throttled("quotaExceeded", Duration.ofHours(8));
      case Retry(var reason, var after) -> new Delivery.Retry(reason, after);
      case Refused(var status, var reason, var message) ->
          new Delivery.Rejected(reason, AddressFate.KEEP, null);
    };
  }
}
