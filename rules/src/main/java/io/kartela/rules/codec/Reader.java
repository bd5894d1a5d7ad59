package io.kartela.rules.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Binds one document, gathering problems; null stands for "could not be read, already reported".
 */
final class Reader {
  private static final int MOST_PROBLEMS = 200;

  private final RecordCodec codec;
  private final List<Flaw> problems;

  Reader(RecordCodec codec, List<Flaw> problems) {
    this.codec = codec;
    this.problems = problems;
  }

  @Nullable Object value(Type type, Shape.@Nullable Field field, JsonNode node, String at) {
    if (type instanceof ParameterizedType p) {
      return container(p, node, at);
    }
    Class<?> c = (Class<?>) type;
    if (c.isRecord()) {
      return record(codec.shape(c), node, at, false);
    }
    if (c.isSealed() && c.isInterface()) {
      return variant(codec.shape(c), node, at);
    }
    if (c.isArray()) {
      return array(c, node, at);
    }
    try {
      return Scalars.read(c, field, node);
    } catch (BadValueException e) {
      report(at, e.code(), e.ru(), e.en());
      return null;
    }
  }

  private void report(String at, String code, String ru, String en) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(Flaw.error(at, code, ru, en));
    }
  }

  private boolean isObject(JsonNode node, String at) {
    if (!node.isObject()) {
      report(at, "WRONG_TYPE", "Нужен объект {…}", "An object {…} is needed");
      return false;
    }
    return true;
  }

  private @Nullable Object variant(Shape shape, JsonNode node, String at) {
    if (!isObject(node, at)) {
      return null;
    }
    JsonNode tag = node.get("type");
    String known = String.join(", ", shape.variants.keySet());
    if (tag == null || !tag.isString()) {
      report(
          at + "/type",
          "MISSING_FIELD",
          "Не указан вид (type). Возможные: " + known,
          "The type is missing. Known types: " + known);
      return null;
    }
    Class<?> chosen = shape.variants.get(tag.stringValue());
    if (chosen == null) {
      String like = Near.hint(tag.stringValue(), shape.variants.keySet());
      report(
          at + "/type",
          "UNKNOWN_TYPE",
          "Неизвестный вид «" + tag.stringValue() + "»." + like + " Возможные: " + known,
          "Unknown type \"" + tag.stringValue() + "\"." + like + " Known types: " + known);
      return null;
    }
    return record(codec.shape(chosen), node, at, true);
  }

  private @Nullable Object record(Shape shape, JsonNode node, String at, boolean tagged) {
    if (!isObject(node, at)) {
      return null;
    }
    int before = problems.size();
    @Nullable Object[] values = new @Nullable Object[shape.fields.size()];
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < values.length; i++) {
      Shape.Field f = shape.fields.get(i);
      names.add(f.name);
      values[i] = member(f, node.get(f.name), at + "/" + f.name);
    }
    for (Map.Entry<String, JsonNode> e : node.properties()) {
      String name = e.getKey();
      if (!names.contains(name) && !(tagged && name.equals("type"))) {
        String like = Near.hint(name, names);
        report(
            at + "/" + escape(name),
            "UNKNOWN_FIELD",
            "Неизвестное поле «" + name + "»." + like,
            "Unknown field \"" + name + "\"." + like);
      }
    }
    if (problems.size() > before) {
      return null;
    }
    try {
      return shape.create(values);
    } catch (BadValueException e) {
      report(at + "/" + e.field(), e.code(), e.ru(), e.en());
      return null;
    }
  }

  private @Nullable Object member(Shape.Field f, @Nullable JsonNode node, String at) {
    if (node != null && !node.isNull()) {
      return value(f.type, f, node, at);
    }
    if (node != null && !f.nullable) {
      report(at, "WRONG_TYPE", "Значение null недопустимо", "null is not allowed");
      return null;
    }
    if (f.defaultJson != null) {
      return codec.defaultValue(f);
    }
    if (!f.nullable) {
      report(
          at,
          "MISSING_FIELD",
          "Нет обязательного поля «" + f.name + "»",
          "The required field \"" + f.name + "\" is missing");
    }
    return null;
  }

  private @Nullable Object container(ParameterizedType p, JsonNode node, String at) {
    Class<?> raw = (Class<?>) p.getRawType();
    if (raw == Map.class) {
      return map(p.getActualTypeArguments()[1], node, at);
    }
    if (!node.isArray()) {
      report(at, "WRONG_TYPE", "Нужен список […]", "A list […] is needed");
      return null;
    }
    Type item = p.getActualTypeArguments()[0];
    Collection<Object> out = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      Object v = value(item, null, node.get(i), at + "/" + i);
      if (v != null && !out.add(v)) {
        report(at + "/" + i, "REPEATED", "Значение повторяется", "The value is repeated");
      }
    }
    return out;
  }

  private @Nullable Object map(Type type, JsonNode node, String at) {
    if (!isObject(node, at)) {
      return null;
    }
    Map<String, Object> out = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> e : node.properties()) {
      Object v = value(type, null, e.getValue(), at + "/" + escape(e.getKey()));
      if (v != null) {
        out.put(e.getKey(), v);
      }
    }
    return out;
  }

  private @Nullable Object array(Class<?> c, JsonNode node, String at) {
    if (!node.isArray()) {
      report(at, "WRONG_TYPE", "Нужен список […]", "A list […] is needed");
      return null;
    }
    Class<?> item = c.getComponentType();
    Object out = java.lang.reflect.Array.newInstance(item, node.size());
    for (int i = 0; i < node.size(); i++) {
      Object v = value(item, null, node.get(i), at + "/" + i);
      if (v != null) {
        java.lang.reflect.Array.set(out, i, v);
      }
    }
    return out;
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
