package io.kartela.rules.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What reflection says of a record or of a sealed interface of records, read once. */
final class Shape {
  /** One component of a record. */
  static final class Field {
    final String name;
    final Type type;
    final boolean nullable;
    final @Nullable String defaultJson;
    final @Nullable Bounds bounds;
    private final Method accessor;

    Field(RecordComponent c) {
      name = c.getName();
      type = c.getGenericType();
      nullable = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Default d = c.getAnnotation(Default.class);
      defaultJson = d == null ? null : d.value();
      bounds = bounds(c);
      accessor = Objects.requireNonNull(c.getAccessor());
      accessor.setAccessible(true);
    }

    private static @Nullable Bounds bounds(RecordComponent c) {
      return c.getAnnotation(Bounds.class);
    }

    boolean required() {
      return defaultJson == null && !nullable;
    }

    @Nullable Object of(Object record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("CODEC_ACCESS", e);
      }
    }
  }

  final Class<?> type;
  final List<Field> fields;
  final List<Field> sortedFields;

  /** Variants of a sealed interface by their tag; empty for a record. */
  final Map<String, Class<?>> variants;

  private final @Nullable Constructor<?> constructor;
  private final boolean variant;

  Shape(Class<?> type) {
    this.type = type;
    this.variant = type.isRecord() && isTagged(type);
    this.variants = new LinkedHashMap<>();
    List<Field> all = new ArrayList<>();
    if (type.isRecord()) {
      for (RecordComponent c : components(type)) {
        all.add(new Field(c));
      }
      constructor = constructor(type);
    } else {
      constructor = null;
      collect(type);
    }
    fields = List.copyOf(all);
    sortedFields = all.stream().sorted(Comparator.comparing((Field f) -> f.name)).toList();
  }

  private static boolean isTagged(Class<?> record) {
    Class<?> around = record.getEnclosingClass();
    return around != null && around.isSealed() && around.isAssignableFrom(record);
  }

  private static RecordComponent[] components(Class<?> type) {
    return Objects.requireNonNull(type.getRecordComponents());
  }

  private void collect(Class<?> sealed) {
    if (!sealed.isSealed()) {
      throw new IllegalStateException("CODEC_TYPE: neither record nor sealed: " + sealed);
    }
    for (Class<?> c : Objects.requireNonNull(sealed.getPermittedSubclasses())) {
      if (c.isRecord()) {
        variants.put(tag(c), c);
      } else {
        collect(c);
      }
    }
  }

  /** Whether the record is one of the kinds of a sealed interface and so bears a tag. */
  boolean isVariant() {
    return variant;
  }

  /** Tag of a variant: its simple name in lower camel case. */
  static String tag(Class<?> variant) {
    String n = variant.getSimpleName();
    return n.substring(0, 1).toLowerCase(Locale.ROOT) + n.substring(1);
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] args = new Class<?>[components(type).length];
    for (int i = 0; i < args.length; i++) {
      args[i] = components(type)[i].getType();
    }
    try {
      Constructor<?> c = type.getDeclaredConstructor(args);
      c.setAccessible(true);
      return c;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("CODEC_TYPE", e);
    }
  }

  /** A new record; refusals of its constructor come out as {@link BadValueException}. */
  Object create(@Nullable Object[] values) {
    try {
      return Objects.requireNonNull(constructor).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof BadValueException bad) {
        throw bad;
      }
      throw new IllegalStateException("CODEC_CREATE", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("CODEC_CREATE", e);
    }
  }
}
