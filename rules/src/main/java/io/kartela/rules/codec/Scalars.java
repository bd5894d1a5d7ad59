package io.kartela.rules.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values without parts. */
final class Scalars {
  private static final int LONGEST_TEXT = 2_000;

  private Scalars() {}

  static Object read(Class<?> c, Shape.@Nullable Field field, JsonNode node) {
    if (c == long.class || c == Long.class) {
      return whole(field, node, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (c == int.class || c == Integer.class) {
      return (int) whole(field, node, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (c == boolean.class || c == Boolean.class) {
      if (!node.isBoolean()) {
        throw bad("WRONG_TYPE", "Нужно true или false", "true or false is needed");
      }
      return node.booleanValue();
    }
    String text = text(node);
    if (c == String.class) {
      return text;
    }
    if (c.isEnum()) {
      return constant(c, text);
    }
    return parsed(c, text);
  }

  private static BadValueException bad(String code, String ru, String en) {
    return new BadValueException("", code, ru, en);
  }

  private static long whole(Shape.@Nullable Field field, JsonNode node, long min, long max) {
    if (!node.isNumber()) {
      throw bad("WRONG_TYPE", "Нужно целое число", "A whole number is needed");
    }
    if (!node.isIntegralNumber()) {
      throw bad(
          "NOT_WHOLE",
          "Нужно целое число (копейки, сотые доли процента, тысячные штуки)",
          "A whole number is needed (kopecks, basis points, thousandths)");
    }
    Bounds b = field == null ? null : field.bounds;
    long least = b == null ? min : Math.max(min, b.min());
    long most = b == null ? max : Math.min(max, b.max());
    if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      throw bad(
          "OUT_OF_RANGE",
          "Число должно быть от " + least + " до " + most,
          "The number must be from " + least + " to " + most);
    }
    return node.longValue();
  }

  private static String text(JsonNode node) {
    if (!node.isString()) {
      throw bad("WRONG_TYPE", "Нужен текст в кавычках", "A text in quotes is needed");
    }
    String text = node.stringValue();
    if (text.length() > LONGEST_TEXT) {
      throw bad(
          "TEXT_TOO_LONG",
          "Текст длиннее " + LONGEST_TEXT + " знаков",
          "The text is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private static Object constant(Class<?> c, String text) {
    List<String> names = new ArrayList<>();
    for (Object o : constants(c)) {
      String name = ((Enum<?>) o).name();
      if (name.equals(text)) {
        return o;
      }
      names.add(name);
    }
    String like = Near.hint(text, names);
    String known = String.join(", ", names);
    throw bad(
        "UNKNOWN_VALUE",
        "Неизвестное значение «" + text + "»." + like + " Возможные: " + known,
        "Unknown value \"" + text + "\"." + like + " Known values: " + known);
  }

  static Object[] constants(Class<?> c) {
    return java.util.Objects.requireNonNull(c.getEnumConstants());
  }

  private static Object parsed(Class<?> c, String text) {
    try {
      if (c == ZoneId.class) {
        return ZoneId.of(text);
      }
      if (c == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (c == LocalTime.class) {
        return LocalTime.parse(text);
      }
      if (c == LocalDateTime.class) {
        return LocalDateTime.parse(text);
      }
      if (c == Instant.class) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      throw bad(
          "BAD_FORMAT",
          "Не понять «" + text + "»; образец: " + example(c),
          "Cannot read \"" + text + "\"; example: " + example(c));
    }
    throw new IllegalStateException("CODEC_TYPE: " + c);
  }

  private static String example(Class<?> c) {
    return switch (c.getSimpleName()) {
      case "ZoneId" -> "Europe/Moscow";
      case "LocalDate" -> "2026-11-30";
      case "LocalTime" -> "22:00";
      case "LocalDateTime" -> "2026-11-30T22:00";
      default -> "2026-11-30T19:00:00Z";
    };
  }

  /** JSON Schema's "format" of a text type, or null. */
  static @Nullable String format(Class<?> c) {
    return switch (c.getSimpleName()) {
      case "LocalDate" -> "date";
      case "Instant" -> "date-time";
      default -> null;
    };
  }
}
