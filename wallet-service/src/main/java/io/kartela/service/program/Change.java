package io.kartela.service.program;

import io.kartela.service.platform.http.LocalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two programs.
 *
 * @param pointer JSON pointer of the place in the newer document; of something removed, in the
 *     older one
 * @param before null when it was added
 * @param after null when it was removed
 * @param subject the rule, tier or group it is about, or null
 * @param text the difference in words
 */
record Change(
    String pointer,
    Kind kind,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable Subject subject,
    LocalText text) {
  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** The thing with a name that changed: {@code kind} is RULE, TIER or GROUP. */
  record Subject(String kind, String id, LocalText name) {}
}
