package io.kartela.rules.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records to JSON and back. Unlike a data binder that stops at the first mistake it reports all of
 * them, each at its JSON pointer, in Russian and English. Sealed interfaces carry a {@code type}
 * tag; unknown members, tags and values are mistakes. Thread-safe; make one and keep it.
 */
public final class RecordCodec {
  private final JsonMapper mapper;
  private final ClassValue<Shape> shapes =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  /**
   * @param maxChars longest document that is read
   */
  public RecordCodec(long maxChars) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxDocumentLength(maxChars)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  }

  /** Reads a record or a sealed interface of records. */
  public <T> Decoded<T> read(Class<T> type, String json) {
    JsonNode node;
    try {
      node = mapper.readTree(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where = at == null ? "" : " (" + at.getLineNr() + ":" + at.getColumnNr() + ")";
      return new Decoded<>(
          null,
          List.of(
              Flaw.error(
                  "",
                  "BAD_JSON",
                  "Это не правильный JSON" + where + ": " + e.getOriginalMessage(),
                  "Not well-formed JSON" + where + ": " + e.getOriginalMessage())));
    }
    return read(type, node);
  }

  /** Reads a record or a sealed interface of records. */
  public <T> Decoded<T> read(Class<T> type, JsonNode node) {
    List<Flaw> problems = new ArrayList<>();
    Object value = new Reader(this, problems).value(type, null, node, "");
    return problems.isEmpty()
        ? new Decoded<>(type.cast(value), problems)
        : new Decoded<>(null, problems);
  }

  /** All members, defaults written out, absent values left out; members in declaration order. */
  public String write(Object record) {
    return new Writer(this, mapper, false).write(record);
  }

  /**
   * The one spelling of a value: members sorted, defaults and absent values left out. A later
   * version of the software that adds a member with a default keeps the spelling of old documents,
   * and so their hash.
   */
  public String canonical(Object record) {
    return new Writer(this, mapper, true).write(record);
  }

  /** As {@link #write}, as a tree. */
  public JsonNode tree(Object record) {
    return mapper.readTree(write(record));
  }

  /** JSON Schema 2020-12 of a record. */
  public String schema(Class<?> type, String id, String title) {
    ObjectNode schema = new Schema(this, mapper).of(type, id, title);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(schema);
  }

  Shape shape(Class<?> type) {
    return shapes.get(type);
  }

  JsonNode defaultNode(Shape.Field field) {
    String json = field.defaultJson;
    if (json == null) {
      throw new IllegalStateException("CODEC_DEFAULT: " + field.name);
    }
    return mapper.readTree(json);
  }

  /** The value a field takes when absent, or null when it has none. */
  @Nullable Object defaultValue(Shape.Field field) {
    if (field.defaultJson == null) {
      return null;
    }
    Object known = field.known;
    if (known == null) {
      List<Flaw> problems = new ArrayList<>();
      known = new Reader(this, problems).value(field.type, field, defaultNode(field), "");
      if (known == null || !problems.isEmpty()) {
        throw new IllegalStateException("CODEC_DEFAULT: " + field.name + " " + problems);
      }
      field.known = known;
    }
    return known;
  }
}
