package io.kartela.push.google;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Google does to resources when they change. */
final class FakeGoogleJson {
  private static final int MESSAGES = 10;

  /** Changes that Google announces on the lock screen when asked to. */
  private static final List<String> ANNOUNCED =
      List.of("loyaltyPoints", "secondaryLoyaltyPoints", "rewardsTier", "state");

  private FakeGoogleJson() {}

  static boolean announced(Map<String, Object> old, Map<String, Object> now) {
    return ANNOUNCED.stream().anyMatch(field -> !Objects.equals(old.get(field), now.get(field)));
  }

  static List<Object> withMessage(@Nullable Object old, Map<?, ?> message) {
    List<Object> messages = new ArrayList<>(old instanceof List<?> list ? list : List.of());
    Object id = message.get("id");
    if (id != null) {
      messages.removeIf(one -> one instanceof Map<?, ?> map && id.equals(map.get("id")));
    }
    if (messages.size() >= MESSAGES) {
      // Google documents ten at most, but not what an eleventh does: the worse is played.
      throw FakeGoogleError.invalid("messages: at most " + MESSAGES);
    }
    messages.add(message);
    return List.copyOf(messages);
  }

  /** RFC 7396. */
  static Map<String, Object> merge(Map<?, ?> old, Map<?, ?> patch) {
    Map<String, Object> merged = new LinkedHashMap<>();
    old.forEach((key, value) -> merged.put(String.valueOf(key), value));
    patch.forEach(
        (name, value) -> {
          String key = String.valueOf(name);
          if (value == null) {
            merged.remove(key);
          } else if (value instanceof Map<?, ?> inner) {
            merged.put(
                key, merge(merged.get(key) instanceof Map<?, ?> known ? known : Map.of(), inner));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }
}
