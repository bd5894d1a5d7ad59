package io.kartela.push.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Classes, objects, who saved them, and how often each was announced. Thread-safe. */
final class FakeGoogleStore {
  private static final Duration DAY = Duration.ofHours(24);
  private static final int NOTICES_A_DAY = 3;
  private static final int MESSAGES = 10;

  /** Changes that Google announces on the lock screen when asked to. */
  private static final List<String> ANNOUNCED =
      List.of("loyaltyPoints", "secondaryLoyaltyPoints", "rewardsTier", "state");

  private final FakeGoogleRules rules;
  private final InstantSource clock;
  private final FakeGoogleListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<String, Map<String, Object>> classes = new TreeMap<>();
  private final TreeMap<String, Map<String, Object>> objects = new TreeMap<>();
  private final Map<String, Deque<Instant>> notices = new HashMap<>();
  private final Map<String, Set<String>> saves = new HashMap<>();

  FakeGoogleStore(FakeGoogleRules rules, InstantSource clock, FakeGoogleListener listener) {
    this.rules = rules;
    this.clock = clock;
    this.listener = listener;
  }

  Map<String, Object> insertClass(Map<String, Object> body) {
    rules.loyaltyClass(body);
    Map<String, Object> stored;
    lock.lock();
    try {
      String id = id(body);
      if (classes.containsKey(id)) {
        throw FakeGoogleError.conflict("An existing resource has been found: " + id);
      }
      stored = putClass(body);
    } finally {
      lock.unlock();
    }
    listener.onClassChanged(id(stored), stored);
    return stored;
  }

  Map<String, Object> changeClass(String id, Map<String, Object> body, boolean whole) {
    Map<String, Object> stored;
    lock.lock();
    try {
      Map<String, Object> old = known(classes, id, "classNotFound");
      // Left out, the status would stay APPROVED, which nobody may write.
      Map<String, Object> merged = whole ? new LinkedHashMap<>(body) : merge(old, body);
      merged.put("id", id);
      rules.loyaltyClass(merged);
      stored = putClass(merged);
    } finally {
      lock.unlock();
    }
    listener.onClassChanged(id, stored);
    return stored;
  }

  Map<String, Object> insertObject(Map<String, Object> body) {
    rules.object(body);
    Map<String, Object> stored;
    lock.lock();
    try {
      String id = id(body);
      approvedClass(body);
      if (objects.containsKey(id)) {
        throw FakeGoogleError.conflict("An existing resource has been found: " + id);
      }
      stored = putObject(body);
    } finally {
      lock.unlock();
    }
    listener.onObjectChanged(id(stored), stored, false);
    return stored;
  }

  Map<String, Object> changeObject(String id, Map<String, Object> body, boolean whole) {
    Map<String, Object> stored;
    boolean announced;
    lock.lock();
    try {
      Map<String, Object> old = known(objects, id, "resourceNotFound");
      Map<String, Object> merged = whole ? new LinkedHashMap<>(body) : merge(old, body);
      merged.put("id", id);
      merged.putIfAbsent("classId", Objects.requireNonNull(old.get("classId")));
      if (!Objects.equals(merged.get("classId"), old.get("classId"))) {
        throw FakeGoogleError.invalid("classId cannot be changed");
      }
      rules.object(merged);
      // Ephemeral: the wish counts for this request only, whatever an earlier one said.
      announced = "NOTIFY_ON_UPDATE".equals(body.get("notifyPreference")) && differ(old, merged);
      if (announced) {
        countNotice(id, "notifying on update of object " + id);
      }
      stored = putObject(merged);
    } finally {
      lock.unlock();
    }
    listener.onObjectChanged(id, stored, announced);
    return stored;
  }

  Map<String, Object> message(boolean onClass, String id, Map<String, Object> body) {
    if (!(body.get("message") instanceof Map<?, ?> message)
        || !(message.get("header") instanceof String header)
        || !(message.get("body") instanceof String text)
        || header.isBlank()
        || text.isBlank()) {
      throw FakeGoogleError.invalid("message.header and message.body are required");
    }
    boolean notify = "TEXT_AND_NOTIFY".equals(message.get("messageType"));
    Map<String, Object> stored;
    List<String> reached = new ArrayList<>();
    lock.lock();
    try {
      TreeMap<String, Map<String, Object>> kind = onClass ? classes : objects;
      Map<String, Object> old = known(kind, id, onClass ? "classNotFound" : "resourceNotFound");
      if (notify) {
        countNotice(
            id, "adding TEXT_AND_NOTIFY message to " + (onClass ? "class " : "object ") + id);
      }
      Map<String, Object> changed = new LinkedHashMap<>(old);
      changed.put("messages", withMessage(old.get("messages"), message));
      stored = Collections.unmodifiableMap(changed);
      kind.put(id, stored);
      for (String objectId : onClass ? objects.keySet() : Set.of(id)) {
        if (!onClass || id.equals(objects.getOrDefault(objectId, Map.of()).get("classId"))) {
          reached.add(objectId);
        }
      }
    } finally {
      lock.unlock();
    }
    for (String objectId : reached) {
      listener.onMessage(objectId, header, text, notify);
    }
    return Map.of("resource", stored);
  }

  Map<String, Object> get(boolean ofClass, String id) {
    lock.lock();
    try {
      return ofClass ? known(classes, id, "classNotFound") : known(objects, id, "resourceNotFound");
    } finally {
      lock.unlock();
    }
  }

  @Nullable Map<String, Object> find(boolean ofClass, String id) {
    lock.lock();
    try {
      return (ofClass ? classes : objects).get(id);
    } finally {
      lock.unlock();
    }
  }

  /** One page after a token, in the order of ids. */
  Map<String, Object> list(
      boolean ofClass, @Nullable String classId, @Nullable String after, int max) {
    List<Map<String, Object>> page = new ArrayList<>();
    boolean more = false;
    lock.lock();
    try {
      TreeMap<String, Map<String, Object>> kind = ofClass ? classes : objects;
      for (Map<String, Object> one : (after == null ? kind : kind.tailMap(after, false)).values()) {
        if (!ofClass && !Objects.equals(classId, one.get("classId"))) {
          continue;
        }
        if (page.size() == max) {
          more = true;
          break;
        }
        page.add(one);
      }
    } finally {
      lock.unlock();
    }
    Map<String, Object> pagination = new LinkedHashMap<>();
    pagination.put("resultsPerPage", page.size());
    if (more) {
      pagination.put("nextPageToken", id(page.getLast()));
    }
    return Map.of("resources", page, "pagination", pagination);
  }

  /** False when this phone had it already. */
  boolean save(String objectId, String phone) {
    boolean added;
    lock.lock();
    try {
      known(objects, objectId, "resourceNotFound");
      added = saves.computeIfAbsent(objectId, any -> new LinkedHashSet<>()).add(phone);
    } finally {
      lock.unlock();
    }
    if (added) {
      listener.onSave(objectId, phone);
    }
    return added;
  }

  /** False when this phone did not have it. */
  boolean remove(String objectId, String phone) {
    boolean removed;
    lock.lock();
    try {
      Set<String> phones = saves.get(objectId);
      removed = phones != null && phones.remove(phone);
    } finally {
      lock.unlock();
    }
    if (removed) {
      listener.onRemove(objectId, phone);
    }
    return removed;
  }

  Set<String> phonesOf(String objectId) {
    lock.lock();
    try {
      return Set.copyOf(saves.getOrDefault(objectId, Set.of()));
    } finally {
      lock.unlock();
    }
  }

  private void countNotice(String id, String what) {
    Instant now = clock.instant();
    Deque<Instant> recent = notices.computeIfAbsent(id, any -> new ArrayDeque<>());
    recent.removeIf(at -> !at.isAfter(now.minus(DAY)));
    if (recent.size() >= NOTICES_A_DAY) {
      throw FakeGoogleError.quota("Quota exceeded for issuer when " + what + ".");
    }
    recent.addLast(now);
  }

  private void approvedClass(Map<String, Object> object) {
    Map<String, Object> ofClass = classes.get(String.valueOf(object.get("classId")));
    if (ofClass == null) {
      throw FakeGoogleError.notFound("classNotFound", "Class not found: " + object.get("classId"));
    }
    if ("DRAFT".equals(ofClass.get("reviewStatus"))) {
      throw FakeGoogleError.invalid("The class is a draft: objects cannot be made from it");
    }
  }

  private Map<String, Object> putClass(Map<String, Object> body) {
    Map<String, Object> stored = new LinkedHashMap<>(body);
    if ("UNDER_REVIEW".equals(stored.get("reviewStatus"))) {
      stored.put("reviewStatus", "APPROVED"); // Google does so at once and by itself
    }
    stored.put("kind", "walletobjects#loyaltyClass");
    Map<String, Object> frozen = Collections.unmodifiableMap(stored);
    classes.put(id(stored), frozen);
    return frozen;
  }

  private Map<String, Object> putObject(Map<String, Object> body) {
    Map<String, Object> stored = new LinkedHashMap<>(body);
    stored.remove("notifyPreference");
    stored.put("kind", "walletobjects#loyaltyObject");
    Map<String, Object> frozen = Collections.unmodifiableMap(stored);
    objects.put(id(stored), frozen);
    return frozen;
  }

  private static boolean differ(Map<String, Object> old, Map<String, Object> now) {
    return ANNOUNCED.stream().anyMatch(field -> !Objects.equals(old.get(field), now.get(field)));
  }

  private static List<Object> withMessage(@Nullable Object old, Map<?, ?> message) {
    List<Object> messages = new ArrayList<>(old instanceof List<?> list ? list : List.of());
    Object id = message.get("id");
    if (id != null) {
      messages.removeIf(one -> one instanceof Map<?, ?> map && id.equals(map.get("id")));
    }
    messages.add(message);
    // Google documents ten at most, but not what an eleventh does; the oldest makes room.
    return List.copyOf(messages.subList(Math.max(0, messages.size() - MESSAGES), messages.size()));
  }

  /** RFC 7396. */
  private static Map<String, Object> merge(Map<?, ?> old, Map<?, ?> patch) {
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

  private static Map<String, Object> known(
      Map<String, Map<String, Object>> kind, String id, String reason) {
    Map<String, Object> found = kind.get(id);
    if (found == null) {
      throw FakeGoogleError.notFound(reason, "Resource not found: " + id);
    }
    return found;
  }

  private static String id(Map<String, Object> body) {
    return String.valueOf(body.get("id"));
  }
}
