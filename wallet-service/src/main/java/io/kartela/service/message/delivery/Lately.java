package io.kartela.service.message.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the last of so many keys, those used last. Not thread-safe. */
final class Lately<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  Lately(int most) {
    super(64, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
