package io.kartela.certs;

import org.jspecify.annotations.Nullable;

/**
 * Unexpected trouble with keys or certificates: a disk that cannot be read, a missing algorithm, a
 * caller that insisted on a refused identity. Never carries secret material.
 */
public final class CertsException extends RuntimeException {
  private final String code;

  CertsException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** A stable code such as {@code certs.io}; safe to show and to match on. */
  public String code() {
    return code;
  }
}
