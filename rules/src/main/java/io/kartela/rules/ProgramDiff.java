package io.kartela.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What changed between two versions of a program. Tiers, groups and rules are matched by id, not by
 * place.
 */
public final class ProgramDiff {
  private final List<Change> changes = new ArrayList<>();

  private ProgramDiff() {}

  /**
   * One change.
   *
   * @param path names and ids joined by slashes, for example {@code
   *     rules/happy-hours/then/factorPercent}
   * @param before JSON before, or null when it was added
   * @param after JSON after, or null when it was removed
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {}

  /** Changes in a stable order; empty when the programs mean the same. */
  public static List<Change> between(Program before, Program after) {
    ProgramDiff d = new ProgramDiff();
    d.compare("", ProgramJson.tree(before), ProgramJson.tree(after));
    return List.copyOf(d.changes);
  }

  private void compare(String path, @Nullable JsonNode a, @Nullable JsonNode b) {
    if (Objects.equals(a, b)) {
      return;
    }
    if (a != null && b != null && a.isObject() && b.isObject()) {
      TreeSet<String> names = new TreeSet<>(a.propertyNames());
      names.addAll(b.propertyNames());
      for (String n : names) {
        compare(join(path, n), a.get(n), b.get(n));
      }
      return;
    }
    Map<String, JsonNode> as = byId(a);
    Map<String, JsonNode> bs = byId(b);
    if (as != null && bs != null) {
      TreeSet<String> ids = new TreeSet<>(as.keySet());
      ids.addAll(bs.keySet());
      for (String id : ids) {
        compare(join(path, id), as.get(id), bs.get(id));
      }
      return;
    }
    changes.add(new Change(path, a == null ? null : a.toString(), b == null ? null : b.toString()));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** Items of a list by their ids, or null when it is not a list of things with ids. */
  private static @Nullable Map<String, JsonNode> byId(@Nullable JsonNode list) {
    if (list == null || !list.isArray()) {
      return null;
    }
    Map<String, JsonNode> out = new LinkedHashMap<>();
    for (JsonNode item : list) {
      JsonNode id = item.get("id");
      if (id == null || !id.isString()) {
        return null;
      }
      out.put(id.stringValue(), item);
    }
    return out;
  }
}
