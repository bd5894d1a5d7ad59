package io.kartela.push.google;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Which phones hold which object. Thread-safe. */
final class FakeGoogleHolders {
  private final FakeGoogleStore store;
  private final FakeGoogleListener listener;
  private final FakeGoogleCallbacks callbacks;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Set<String>> phones = new LinkedHashMap<>();

  FakeGoogleHolders(
      FakeGoogleStore store, FakeGoogleListener listener, FakeGoogleCallbacks callbacks) {
    this.store = store;
    this.listener = listener;
    this.callbacks = callbacks;
  }

  /** False when this phone had it already. */
  boolean save(String objectId, String phone) {
    boolean added;
    lock.lock();
    try {
      added = phones.computeIfAbsent(objectId, any -> new LinkedHashSet<>()).add(phone);
    } finally {
      lock.unlock();
    }
    if (added) {
      listener.onSave(objectId, phone);
      callbacks.tell(store.classOf(objectId), objectId, "save");
    }
    return added;
  }

  /** False when this phone did not have it. */
  boolean remove(String objectId, String phone) {
    boolean removed;
    lock.lock();
    try {
      removed = phones.getOrDefault(objectId, new LinkedHashSet<>()).remove(phone);
    } finally {
      lock.unlock();
    }
    if (removed) {
      listener.onRemove(objectId, phone);
      callbacks.tell(store.classOf(objectId), objectId, "del");
    }
    return removed;
  }

  Set<String> phonesOf(String objectId) {
    lock.lock();
    try {
      return Set.copyOf(phones.getOrDefault(objectId, Set.of()));
    } finally {
      lock.unlock();
    }
  }

  Map<String, Object> snapshot() {
    Map<String, Object> copy = new LinkedHashMap<>();
    lock.lock();
    try {
      phones.forEach((objectId, holders) -> copy.put(objectId, Set.copyOf(holders)));
    } finally {
      lock.unlock();
    }
    return copy;
  }

  void restore(JsonNode snapshot) {
    lock.lock();
    try {
      phones.clear();
      snapshot.forEachEntry(
          (objectId, holders) -> {
            Set<String> set = new LinkedHashSet<>();
            holders.forEach(phone -> set.add(phone.asString()));
            phones.put(objectId, set);
          });
    } finally {
      lock.unlock();
    }
  }
}
