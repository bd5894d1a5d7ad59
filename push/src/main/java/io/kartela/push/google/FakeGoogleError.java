package io.kartela.push.google;

import java.util.List;
import java.util.Map;

/** A refusal in Google's JSON shape. Thrown inside the fake only. */
final class FakeGoogleError extends RuntimeException {
  private final int status;
  private final String reason;

  private FakeGoogleError(int status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  static FakeGoogleError invalid(String message) {
    return new FakeGoogleError(400, "invalidResource", message);
  }

  static FakeGoogleError unauthenticated() {
    return new FakeGoogleError(
        401,
        "authError",
        "Request had invalid authentication credentials. Expected OAuth 2 access token.");
  }

  static FakeGoogleError forbidden(String message) {
    return new FakeGoogleError(403, "permissionDenied", message);
  }

  static FakeGoogleError quota(String message) {
    return new FakeGoogleError(403, "quotaExceeded", message);
  }

  static FakeGoogleError notFound(String reason, String message) {
    return new FakeGoogleError(404, reason, message);
  }

  static FakeGoogleError method() {
    return new FakeGoogleError(405, "methodNotAllowed", "Method not allowed");
  }

  static FakeGoogleError conflict(String message) {
    return new FakeGoogleError(409, "existingResource", message);
  }

  static FakeGoogleError told(int status) {
    return switch (status) {
      case 429 -> new FakeGoogleError(429, "rateLimitExceeded", "Quota exceeded for quota metric");
      case 503 -> new FakeGoogleError(503, "backendError", "The service is unavailable");
      default -> new FakeGoogleError(status, "backendError", "Told to fail");
    };
  }

  int status() {
    return status;
  }

  Map<String, Object> json() {
    String message = String.valueOf(getMessage());
    return Map.of(
        "error",
        Map.of(
            "code",
            status,
            "message",
            message,
            "errors",
            List.of(Map.of("message", message, "domain", "walletobjects", "reason", reason))));
  }
}
