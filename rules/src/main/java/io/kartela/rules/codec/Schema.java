package io.kartela.rules.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 from the records themselves, so that it cannot drift from what is read. */
final class Schema {
  private final RecordCodec codec;
  private final JsonMapper mapper;
  private final ObjectNode defs;

  Schema(RecordCodec codec, JsonMapper mapper) {
    this.codec = codec;
    this.mapper = mapper;
    this.defs = mapper.createObjectNode();
  }

  ObjectNode of(Class<?> type, String id, String title) {
    ObjectNode root = mapper.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", id);
    root.put("title", title);
    root.setAll(type(type, null));
    root.set("$defs", defs);
    return root;
  }

  private ObjectNode type(Type type, Shape.@Nullable Field field) {
    if (type instanceof ParameterizedType p) {
      return container(p);
    }
    Class<?> c = (Class<?>) type;
    if (c.isRecord() || (c.isSealed() && c.isInterface())) {
      return reference(c);
    }
    ObjectNode node = mapper.createObjectNode();
    if (c == long.class || c == Long.class || c == int.class || c == Integer.class) {
      return whole(node, c, field);
    }
    if (c == boolean.class || c == Boolean.class) {
      return node.put("type", "boolean");
    }
    if (c.isArray()) {
      node.put("type", "array").set("items", type(c.getComponentType(), null));
      return node;
    }
    node.put("type", "string");
    if (c.isEnum()) {
      ArrayNode names = node.putArray("enum");
      for (Object o : Scalars.constants(c)) {
        names.add(((Enum<?>) o).name());
      }
    } else if (c == LocalDate.class || c == Instant.class) {
      node.put("format", Scalars.format(c));
    }
    return node;
  }

  private static ObjectNode whole(ObjectNode node, Class<?> c, Shape.@Nullable Field field) {
    node.put("type", "integer");
    Bounds b = field == null ? null : field.bounds;
    if (b != null) {
      node.put("minimum", b.min());
    }
    boolean isInt = c == int.class || c == Integer.class;
    long most = b == null ? Long.MAX_VALUE : b.max();
    if (isInt && most > Integer.MAX_VALUE) {
      most = Integer.MAX_VALUE;
    }
    node.put("maximum", most);
    return node;
  }

  private ObjectNode container(ParameterizedType p) {
    ObjectNode node = mapper.createObjectNode();
    Class<?> raw = (Class<?>) p.getRawType();
    if (raw == Map.class) {
      node.put("type", "object");
      node.set("additionalProperties", type(p.getActualTypeArguments()[1], null));
      return node;
    }
    node.put("type", "array");
    node.set("items", type(p.getActualTypeArguments()[0], null));
    if (raw == Set.class) {
      node.put("uniqueItems", true);
    }
    return node;
  }

  private static String name(Class<?> c) {
    String full = c.getName();
    return full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
  }

  private ObjectNode reference(Class<?> c) {
    String name = name(c);
    if (!defs.has(name)) {
      // Reserved before it is filled: conditions contain conditions.
      defs.putObject(name);
      defs.set(name, c.isRecord() ? record(c) : oneOf(c));
    }
    return mapper.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode oneOf(Class<?> sealed) {
    ObjectNode node = mapper.createObjectNode();
    ArrayNode options = node.putArray("oneOf");
    codec.shape(sealed).variants.values().forEach(v -> options.add(reference(v)));
    return node;
  }

  private ObjectNode record(Class<?> c) {
    Shape shape = codec.shape(c);
    ObjectNode node = mapper.createObjectNode().put("type", "object");
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = mapper.createArrayNode();
    if (shape.tag != null) {
      properties.putObject("type").put("const", shape.tag);
      required.add("type");
    }
    for (Shape.Field f : shape.fields) {
      ObjectNode of = type(f.type, f);
      if (f.defaultJson != null) {
        of.set("default", codec.defaultNode(f));
      }
      properties.set(f.name, f.nullable ? nullable(of) : of);
      if (f.required()) {
        required.add(f.name);
      }
    }
    node.set("required", required);
    node.put("additionalProperties", false);
    return node;
  }

  private ObjectNode nullable(ObjectNode of) {
    ObjectNode node = mapper.createObjectNode();
    node.putArray("anyOf").add(of).addObject().put("type", "null");
    return node;
  }
}
