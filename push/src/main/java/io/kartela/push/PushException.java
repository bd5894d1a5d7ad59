package io.kartela.push;

import org.jspecify.annotations.Nullable;

/** Unexpected trouble: a port in use, credentials that TLS cannot load. Carries no secrets. */
public final class PushException extends RuntimeException {
  private final String code;

  public PushException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** A stable code such as {@code push.apns.start}. */
  public String code() {
    return code;
  }
}
