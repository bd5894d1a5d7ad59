package io.kartela.service.program;

import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.http.Http;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two programs. Rules, tiers and groups are matched by their id, so neither
 * their order nor an insertion makes noise; sound documents are compared with every default written
 * out, so that spelling a default is no change. Used by one thread, once.
 */
final class DocumentDiff {
  /** Most changes that are listed. */
  static final int MOST = 1_000;

  private static final Set<String> BY_ID = Set.of("/tiers", "/groups", "/rules");

  private final List<Change> changes = new ArrayList<>();
  private final DiffWords words = new DiffWords();

  /**
   * Differences, in the order of the document.
   *
   * @param truncated there are more than {@value #MOST}
   */
  record Result(List<Change> changes, boolean truncated) {}

  private DocumentDiff() {}

  /**
   * Compares two documents; each may be broken.
   *
   * @return null when one of them is not even JSON
   */
  static @Nullable Result of(String before, String after) {
    Tree old = Tree.of(before);
    Tree now = Tree.of(after);
    if (old == null || now == null) {
      return null;
    }
    DocumentDiff diff = new DocumentDiff();
    diff.value("", old.node, now.node, now.sound ? null : old.spelt, null);
    boolean more = diff.changes.size() > MOST;
    return new Result(List.copyOf(more ? diff.changes.subList(0, MOST) : diff.changes), more);
  }

  /**
   * A document to compare.
   *
   * @param node with every default when the program is sound, as it was written otherwise
   * @param spelt without defaults: what must be written for the program to be this one
   */
  private record Tree(JsonNode node, JsonNode spelt, boolean sound) {
    static @Nullable Tree of(String document) {
      if (ProgramJson.parse(document) instanceof ProgramJson.Parsed.Good(var program, var w)) {
        return new Tree(
            Http.JSON.readTree(ProgramJson.write(program)),
            Http.JSON.readTree(ProgramJson.canonical(program)),
            true);
      }
      JsonNode node = json(document);
      return node == null ? null : new Tree(node, node, false);
    }
  }

  /** The document as JSON, or null when it is not. */
  static @Nullable JsonNode json(String document) {
    try {
      JsonNode node = Http.JSON.readTree(document);
      return node.isMissingNode() ? null : node;
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * @param spelt the older value without its defaults when the newer document is broken and so
   *     cannot have them written out: what is missing there is no change then; null otherwise
   */
  private void value(
      String at,
      JsonNode old,
      JsonNode now,
      @Nullable JsonNode spelt,
      Change.@Nullable Subject subject) {
    if (old.equals(now) || changes.size() > MOST) {
      return;
    }
    if (old.isObject() && now.isObject() && sameType(old, now)) {
      members(at, old, now, spelt, subject);
    } else if (BY_ID.contains(at) && hasIds(old) && hasIds(now)) {
      byId(at, old, now, spelt);
    } else if (itemwise(old, now)) {
      for (int i = 0; i < now.size(); i++) {
        value(at + "/" + i, old.get(i), now.get(i), part(spelt, i), subject);
      }
    } else {
      add(at, Change.Kind.CHANGED, old, now, subject);
    }
  }

  private static boolean sameType(JsonNode old, JsonNode now) {
    JsonNode type = old.get("type");
    return type == null ? !now.has("type") : type.equals(now.get("type"));
  }

  private static boolean itemwise(JsonNode old, JsonNode now) {
    return old.isArray()
        && now.isArray()
        && old.size() == now.size()
        && !old.isEmpty()
        && old.get(0).isObject();
  }

  private static @Nullable JsonNode part(@Nullable JsonNode spelt, int index) {
    return spelt == null ? null : spelt.get(index);
  }

  private void members(
      String at,
      JsonNode old,
      JsonNode now,
      @Nullable JsonNode spelt,
      Change.@Nullable Subject subject) {
    Set<String> names = new LinkedHashSet<>();
    old.properties().forEach(e -> names.add(e.getKey()));
    now.properties().forEach(e -> names.add(e.getKey()));
    for (String name : names) {
      JsonNode was = old.get(name);
      JsonNode is = now.get(name);
      String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
      if (was == null) {
        add(place, Change.Kind.ADDED, null, is, subject);
      } else if (is == null) {
        if (spelt == null || spelt.has(name)) {
          add(place, Change.Kind.REMOVED, was, null, subject);
        }
      } else {
        value(place, was, is, spelt == null ? null : spelt.get(name), subject);
      }
    }
  }

  private static boolean hasIds(JsonNode list) {
    if (!list.isArray()) {
      return false;
    }
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode item : list) {
      JsonNode id = item.get("id");
      if (id == null || !id.isString() || !ids.add(id.stringValue())) {
        return false;
      }
    }
    return true;
  }

  private void byId(String at, JsonNode old, JsonNode now, @Nullable JsonNode spelt) {
    Map<String, Integer> before = new LinkedHashMap<>();
    for (int i = 0; i < old.size(); i++) {
      before.put(old.get(i).get("id").stringValue(), i);
    }
    for (int i = 0; i < now.size(); i++) {
      JsonNode item = now.get(i);
      Integer was = before.remove(item.get("id").stringValue());
      Change.Subject subject = words.subject(at, item);
      if (was == null) {
        add(at + "/" + i, Change.Kind.ADDED, null, item, subject);
      } else {
        value(at + "/" + i, old.get(was), item, part(spelt, was), subject);
      }
    }
    before
        .values()
        .forEach(
            i -> {
              JsonNode gone = old.get(i);
              add(at + "/" + i, Change.Kind.REMOVED, gone, null, words.subject(at, gone));
            });
  }

  private void add(
      String at,
      Change.Kind kind,
      @Nullable JsonNode old,
      @Nullable JsonNode now,
      Change.@Nullable Subject subject) {
    changes.add(new Change(at, kind, old, now, subject, words.of(at, kind, old, now, subject)));
  }
}
