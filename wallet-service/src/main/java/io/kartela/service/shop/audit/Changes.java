package io.kartela.service.shop.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** From what to what something was changed: only what differs is worth telling. */
public final class Changes {
  private final Map<String, Object> was = new LinkedHashMap<>();
  private final Map<String, Object> now = new LinkedHashMap<>();

  public Changes of(String field, Object before, Object after) {
    if (!before.equals(after)) {
      was.put(field, before);
      now.put(field, after);
    }
    return this;
  }

  public boolean none() {
    return now.isEmpty();
  }

  /** As the audit keeps it. */
  public Map<String, ?> detail() {
    return Map.of("was", was, "now", now);
  }

  /** The same of one among many. */
  public Map<String, ?> detail(String name) {
    return Map.of("name", name, "was", was, "now", now);
  }
}
