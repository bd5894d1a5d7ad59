package io.kartela.rules.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a record as JSON text; sets and maps are sorted, so equal values give equal bytes. */
final class Writer {
  private final RecordCodec codec;
  private final JsonMapper mapper;
  private final boolean canonical;

  Writer(RecordCodec codec, JsonMapper mapper, boolean canonical) {
    this.codec = codec;
    this.mapper = mapper;
    this.canonical = canonical;
  }

  String write(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator g = mapper.createGenerator(out)) {
      value(g, value);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void value(JsonGenerator g, Object v) {
    switch (v) {
      case Long l -> g.writeNumber(l);
      case Integer i -> g.writeNumber(i);
      case Boolean b -> g.writeBoolean(b);
      case String s -> g.writeString(s);
      case Enum<?> e -> g.writeString(e.name());
      case Record r -> record(g, r);
      case Set<?> s -> items(g, s.size() < 2 ? s : s.stream().sorted().toList());
      case List<?> l -> items(g, l);
      case Map<?, ?> m -> map(g, m);
      case int[] a -> g.writeArray(a, 0, a.length);
      case long[] a -> g.writeArray(a, 0, a.length);
      default -> g.writeString(v.toString());
    }
  }

  private void items(JsonGenerator g, Collection<?> items) {
    g.writeStartArray();
    for (Object o : items) {
      value(g, o);
    }
    g.writeEndArray();
  }

  private void map(JsonGenerator g, Map<?, ?> m) {
    g.writeStartObject();
    Map<String, Object> sorted = new TreeMap<>();
    m.forEach((k, x) -> sorted.put(k.toString(), x));
    sorted.forEach(
        (k, x) -> {
          g.writeName(k);
          value(g, x);
        });
    g.writeEndObject();
  }

  private void record(JsonGenerator g, Record r) {
    Shape shape = codec.shape(r.getClass());
    g.writeStartObject();
    String tag = shape.tag;
    if (tag != null && !canonical) {
      g.writeStringProperty("type", tag);
      tag = null;
    }
    for (Shape.Field f : canonical ? shape.sortedFields : shape.fields) {
      if (tag != null && f.name.compareTo("type") > 0) {
        g.writeStringProperty("type", tag);
        tag = null;
      }
      Object v = f.of(r);
      if (v != null && !(canonical && v.equals(codec.defaultValue(f)))) {
        g.writeName(f.key);
        value(g, v);
      }
    }
    if (tag != null) {
      g.writeStringProperty("type", tag);
    }
    g.writeEndObject();
  }
}
