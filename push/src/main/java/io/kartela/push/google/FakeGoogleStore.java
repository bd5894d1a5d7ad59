package io.kartela.push.google;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Classes, objects, and how often each was announced. Thread-safe. */
final class FakeGoogleStore {
  private final FakeGoogleRules rules;
  private final FakeGoogleListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<String, Map<String, Object>> classes = new TreeMap<>();
  private final TreeMap<String, Map<String, Object>> objects = new TreeMap<>();
  private final FakeGoogleNotices notices;

  FakeGoogleStore(FakeGoogleRules rules, InstantSource clock, FakeGoogleListener listener) {
    this.rules = rules;
    this.notices = new FakeGoogleNotices(clock);
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
      Map<String, Object> merged =
          whole ? new LinkedHashMap<>(body) : FakeGoogleJson.merge(old, body);
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
      Map<String, Object> merged =
          whole ? new LinkedHashMap<>(body) : FakeGoogleJson.merge(old, body);
      merged.put("id", id);
      merged.putIfAbsent("classId", Objects.requireNonNull(old.get("classId")));
      if (!Objects.equals(merged.get("classId"), old.get("classId"))) {
        throw FakeGoogleError.invalid("classId cannot be changed");
      }
      rules.object(merged);
      // Ephemeral: the wish counts for this request only, whatever an earlier one said.
      announced =
          "NOTIFY_ON_UPDATE".equals(body.get("notifyPreference"))
              && FakeGoogleJson.announced(old, merged);
      if (announced) {
        notices.count(id, "notifying on update of object " + id);
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
      List<Object> messages = FakeGoogleJson.withMessage(old.get("messages"), message);
      if (notify) {
        notices.count(
            id, "adding TEXT_AND_NOTIFY message to " + (onClass ? "class " : "object ") + id);
      }
      Map<String, Object> changed = new LinkedHashMap<>(old);
      changed.put("messages", messages);
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

  /** The class of an object; empty when either is unknown. */
  Map<String, Object> classOf(String objectId) {
    lock.lock();
    try {
      Map<String, Object> object = objects.getOrDefault(objectId, Map.of());
      return classes.getOrDefault(String.valueOf(object.get("classId")), Map.of());
    } finally {
      lock.unlock();
    }
  }

  /** Everything that a restart should not lose. */
  Map<String, Object> snapshot() {
    lock.lock();
    try {
      return Map.of(
          "classes", List.copyOf(classes.values()), "objects", List.copyOf(objects.values()));
    } finally {
      lock.unlock();
    }
  }

  void restore(JsonNode snapshot) {
    lock.lock();
    try {
      fill(classes, snapshot.path("classes"));
      fill(objects, snapshot.path("objects"));
    } finally {
      lock.unlock();
    }
  }

  private static void fill(Map<String, Map<String, Object>> kind, JsonNode resources) {
    kind.clear();
    for (JsonNode one : resources) {
      Map<String, Object> resource =
          JsonMapper.shared().convertValue(one, new TypeReference<Map<String, Object>>() {});
      kind.put(id(resource), Collections.unmodifiableMap(resource));
    }
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
