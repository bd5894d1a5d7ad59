package io.kartela.push.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Translates Google's refusals at the edge. */
final class GoogleErrors {
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private GoogleErrors() {}

  static GoogleAnswer translate(HttpResponseException refusal) {
    GoogleJsonError error =
        refusal instanceof GoogleJsonResponseException google ? google.getDetails() : null;
    return translate(refusal.getStatusCode(), refusal.getHeaders(), error);
  }

  /**
   * @param error null when Google gave no reason
   */
  static GoogleAnswer translate(int status, HttpHeaders headers, @Nullable GoogleJsonError error) {
    String message = error == null ? "" : String.valueOf(error.getMessage());
    String reason = reason(error);
    if (status != 429 && isNoticeQuota(reason, message)) {
      return new GoogleAnswer.Quota(message);
    }
    return switch (status) {
      case 404 -> new GoogleAnswer.NotFound(message);
      case 409 -> new GoogleAnswer.Conflict(message);
      case 408, 429 -> new GoogleAnswer.Retry(named(status, reason), after(headers));
      default ->
          status >= 500 || isRate(reason)
              ? new GoogleAnswer.Retry(named(status, reason), after(headers))
              : new GoogleAnswer.Refused(status, reason, message);
    };
  }

  /**
   * Seen in the wild as 403 with reason {@code quotaExceeded}; documented as
   * "QuotaExceededException". The 429 that also speaks of a quota is the rate of requests.
   */
  private static boolean isNoticeQuota(String reason, String message) {
    return squeeze(reason).contains("quotaexceeded") || squeeze(message).contains("quotaexceeded");
  }

  private static boolean isRate(String reason) {
    String squeezed = squeeze(reason);
    return squeezed.contains("ratelimitexceeded") || squeezed.contains("resourceexhausted");
  }

  private static String squeeze(String text) {
    return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }

  private static String named(int status, String reason) {
    return status + " " + reason;
  }

  private static Duration after(HttpHeaders headers) {
    String value = headers.getRetryAfter();
    try {
      long seconds = value == null ? 0 : Long.parseLong(value.trim());
      return seconds <= 0 ? BUSY : Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    } catch (NumberFormatException e) {
      return BUSY; // a date: Google does not send those here
    }
  }

  private static String reason(@Nullable GoogleJsonError error) {
    if (error == null) {
      return "unknown";
    }
    List<GoogleJsonError.ErrorInfo> details = error.getErrors();
    if (details != null && !details.isEmpty() && details.getFirst().getReason() != null) {
      return details.getFirst().getReason();
    }
    return error.get("status") instanceof String status ? status : "unknown";
  }
}
