package io.kartela.push.google;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One request and its answer, as Google's front end sees them. */
final class FakeExchange implements FakeRequest {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpExchange exchange;
  private final byte[] body;

  FakeExchange(HttpExchange exchange) throws IOException {
    this.exchange = exchange;
    boolean zipped = "gzip".equalsIgnoreCase(header("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream plain = zipped ? new GZIPInputStream(raw) : raw) {
      this.body = plain.readNBytes(LARGEST_BODY);
    }
  }

  /** Google's Java client cannot send PATCH and says so in a header. */
  @Override
  public String method() {
    String override = header("X-HTTP-Method-Override");
    return override == null ? exchange.getRequestMethod() : override.toUpperCase(Locale.ROOT);
  }

  @Override
  public String path() {
    return exchange.getRequestURI().getPath();
  }

  @Override
  public @Nullable String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Override
  public @Nullable String query(String name) {
    return pairs(exchange.getRequestURI().getRawQuery()).get(name);
  }

  Map<String, String> form() {
    return pairs(new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, Object> json() {
    return json(body);
  }

  static Map<String, Object> json(byte[] body) {
    try {
      return JsonMapper.shared().readValue(body, MAP);
    } catch (JacksonException e) {
      throw FakeGoogleError.invalid("Invalid JSON payload received.");
    }
  }

  /** The body as it came. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  void mixed(String boundary, String text) throws IOException {
    send(200, "multipart/mixed; boundary=" + boundary, text.getBytes(StandardCharsets.UTF_8));
  }

  void answer(int status, Map<String, Object> json) throws IOException {
    send(status, "application/json; charset=UTF-8", JsonMapper.shared().writeValueAsBytes(json));
  }

  void page(int status, String html) throws IOException {
    send(status, "text/html; charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
  }

  void cached(String json, Duration age) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=" + age.toSeconds());
    send(200, "application/json; charset=UTF-8", json.getBytes(StandardCharsets.UTF_8));
  }

  private void send(int status, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static Map<String, String> pairs(@Nullable String encoded) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
