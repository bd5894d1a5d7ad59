package io.kartela.push.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forms and JSON, both ways. What came from outside may be anything. */
public final class Bodies {
  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String JSON = "application/json; charset=utf-8";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Bodies() {}

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The last of several fields of one name; what is no pair is left out. */
  public static Map<String, String> readForm(@Nullable String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body == null ? new String[0] : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  public static String json(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Null when it is no JSON object. */
  public static @Nullable JsonNode object(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      return node != null && node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Null when it is no JSON object. */
  public static @Nullable JsonNode object(String body) {
    return object(body.getBytes(StandardCharsets.UTF_8));
  }

  /** The objects of a JSON array; empty when it is none. */
  public static List<JsonNode> objects(String body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      return node != null && node.isArray()
          ? node.valueStream().filter(JsonNode::isObject).toList()
          : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
