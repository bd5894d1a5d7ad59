package io.kartela.service.platform.config;

import java.nio.file.Path;

/**
 * One setting's text and where it came from.
 *
 * @param where how the operator would find it, for example {@code KARTELA_HTTP_PORT}
 * @param base what a relative path in the value is relative to
 */
record Given(String value, String where, Path base) {

  /** The value may be secret. */
  @Override
  public String toString() {
    return where;
  }
}
