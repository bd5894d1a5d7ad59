package io.kartela.rules.codec;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** What reflection says of a record or of a sealed interface of records, read once. */
final class Shape {
  /** One component of a record. */
  static final class Field {
    final String name;

    /** The name as it is written. */
    final SerializableString key;

    final Type type;
    final boolean nullable;
    final @Nullable String defaultJson;
    final @Nullable Bounds bounds;

    /** What {@code defaultJson} means; threads that meet here write the same value. */
    volatile @Nullable Object known;

    private final Function<Object, @Nullable Object> accessor;

    Field(RecordComponent c) {
      name = c.getName();
      key = new SerializedString(name);
      type = c.getGenericType();
      nullable = c.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Default d = c.getAnnotation(Default.class);
      defaultJson = d == null ? null : d.value();
      bounds = bounds(c);
      accessor = accessor(Objects.requireNonNull(c.getAccessor()));
    }

    /** Calls the accessor as compiled code would: a receipt is some hundreds of such calls. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> accessor(Method method) {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
        MethodHandle handle = lookup.unreflect(method);
        return (Function<Object, @Nullable Object>)
            LambdaMetafactory.metafactory(
                    lookup,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    handle,
                    handle.type().wrap())
                .getTarget()
                .invoke();
      } catch (Throwable e) {
        throw new IllegalStateException("CODEC_ACCESS", e);
      }
    }

    private static @Nullable Bounds bounds(RecordComponent c) {
      return c.getAnnotation(Bounds.class);
    }

    boolean required() {
      return defaultJson == null && !nullable;
    }

    @Nullable Object of(Object record) {
      return accessor.apply(record);
    }
  }

  final Class<?> type;
  final List<Field> fields;
  final List<Field> sortedFields;

  /** Variants of a sealed interface by their tag; empty for a record. */
  final Map<String, Class<?>> variants;

  /** Its tag when it is one of the kinds of a sealed interface, else null. */
  final @Nullable String tag;

  private final @Nullable Constructor<?> constructor;

  Shape(Class<?> type) {
    this.type = type;
    this.tag = type.isRecord() && isTagged(type) ? tag(type) : null;
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
