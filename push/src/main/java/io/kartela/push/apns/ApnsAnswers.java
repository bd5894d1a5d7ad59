package io.kartela.push.apns;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import io.kartela.push.Delivery;
import io.kartela.push.Delivery.AddressFate;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Translates APNs' answers at the edge. */
final class ApnsAnswers {
  private static final Duration SHORTLY = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(30);

  /** Apple names no period; a minute is what its own "same device token" complaint needs. */
  private static final Duration SAME_DEVICE = Duration.ofSeconds(60);

  private ApnsAnswers() {}

  static Delivery of(@Nullable PushNotificationResponse<?> response, @Nullable Throwable failure) {
    if (response == null) {
      return new Delivery.Retry(unreachable(failure), SHORTLY);
    }
    if (response.isAccepted()) {
      return new Delivery.Delivered(response.getApnsId().toString());
    }
    String reason = response.getRejectionReason().orElse("status " + response.getStatusCode());
    return switch (reason) {
      case "Unregistered", "ExpiredToken" -> rejected(response, reason, AddressFate.DEAD);
      case "BadDeviceToken", "DeviceTokenNotForTopic" ->
          rejected(response, reason, AddressFate.QUARANTINE);
      case "IdleTimeout", "Shutdown" -> new Delivery.Retry(reason, SHORTLY);
      default -> byStatus(response, reason);
    };
  }

  static Delivery silent() {
    return new Delivery.Retry("no answer in time", SHORTLY);
  }

  private static Delivery byStatus(PushNotificationResponse<?> response, String reason) {
    int status = response.getStatusCode();
    if (status == 410) {
      return rejected(response, reason, AddressFate.DEAD);
    }
    if (status == 429) {
      return new Delivery.Throttled(reason, SAME_DEVICE);
    }
    return status >= 500
        ? new Delivery.Retry(reason, BUSY)
        : rejected(response, reason, AddressFate.KEEP);
  }

  private static Delivery rejected(
      PushNotificationResponse<?> response, String reason, AddressFate fate) {
    return new Delivery.Rejected(
        reason, fate, response.getTokenInvalidationTimestamp().orElse(null));
  }

  private static String unreachable(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null
        ? "APNs did not answer"
        : "APNs out of reach: " + cause.getClass().getSimpleName();
  }
}
