package io.kartela.service.platform.http;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** How all JSON is read: as it stands, and nothing is made of what looks like something else. */
final class JsonReader {
  /**
   * ISO-8601 instants; unknown fields, nothing in a list, and values of another kind than the
   * field's are refused, so that a mistake is heard of instead of guessed at.
   */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private static final byte[] NUL = {'u', '0', '0', '0', '0'};

  private JsonReader() {}

  /**
   * Reads a body as JSON; a wrong one becomes a problem that names the place, never the content.
   */
  static <T> T read(byte[] body, Class<T> type) {
    if (body.length == 0) {
      throw malformed("тело пустое", "the body is empty");
    }
    if (isWide(body)) {
      throw malformed("кодировка не UTF-8", "it is not in UTF-8");
    }
    try {
      T value = MAPPER.readValue(body, type);
      if (value == null) {
        throw malformed("ожидается объект", "an object is expected");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw Problem.fields(
          List.of(
              new Problem.FieldError(
                  path(e), "UNKNOWN_FIELD", "неизвестное поле", "unknown field")));
    } catch (DatabindException | InputCoercionException e) {
      String field = path(e);
      if (field.isEmpty()) {
        throw malformed("ожидается объект", "an object is expected");
      }
      throw Problem.fields(
          List.of(new Problem.FieldError(field, "INVALID", "неверное значение", "invalid value")));
    } catch (StreamConstraintsException e) {
      throw malformed("слишком глубоко или слишком длинно", "it is nested too deeply or too long");
    } catch (JacksonException e) {
      var at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      int column = at == null ? 1 : at.getColumnNr();
      throw malformed(
          "строка " + line + ", столбец " + column, "line " + line + ", column " + column);
    }
  }

  /** As {@link #read}, of what is kept as it was sent, its texts unread. */
  static <T> T readKept(byte[] body, Class<T> type) {
    if (hasNul(body)) {
      throw malformed("в тексте есть символ NUL", "a text has the character NUL");
    }
    return read(body, type);
  }

  /** {@code \\u0000}, which no text of people has and PostgreSQL keeps nowhere. */
  private static boolean hasNul(byte[] body) {
    int at = 0;
    while (at + 5 < body.length) {
      if (body[at] != '\\') {
        at++;
      } else if (Arrays.equals(body, at + 1, at + 6, NUL, 0, NUL.length)) {
        return true;
      } else {
        at += 2; // what a backslash stands before is no beginning of another
      }
    }
    return false;
  }

  /** UTF-16 or UTF-32, which a parser would find out and read: JSON is exchanged in UTF-8. */
  private static boolean isWide(byte[] body) {
    boolean marked =
        body.length > 1
            && ((body[0] == (byte) 0xfe && body[1] == (byte) 0xff)
                || (body[0] == (byte) 0xff && body[1] == (byte) 0xfe));
    return marked || body[0] == 0 || (body.length > 1 && body[1] == 0);
  }

  private static Problem malformed(String ru, String en) {
    return new Problem(ProblemCode.MALFORMED_JSON, new LocalText(ru, en));
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (var ref : e.getPath()) {
      if (ref.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(ref.getPropertyName());
      } else {
        path.append('[').append(ref.getIndex()).append(']');
      }
    }
    return path.toString();
  }
}
