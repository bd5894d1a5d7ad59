package io.kartela.push.google;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fake's {@code POST /batch}: requests in the parts of a multipart/mixed body, each with an
 * authorisation of its own, each answered by itself in the same order.
 */
final class FakeGoogleBatch {
  static final String PATH = "/batch";

  private static final int MOST = 1_000;
  private static final String END = "\r\n";
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private final FakeGoogleApi api;
  private final AtomicLong batches = new AtomicLong();

  FakeGoogleBatch(FakeGoogleApi api) {
    this.api = api;
  }

  long count() {
    return batches.get();
  }

  void serve(FakeExchange exchange) throws IOException {
    batches.incrementAndGet();
    List<Part> parts = parts(exchange);
    api.suffer();
    String boundary = "batch_" + Long.toString(batches.get(), 36);
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      int status = 200;
      Map<String, Object> body;
      try {
        body = api.answer(part);
      } catch (FakeGoogleError e) {
        status = e.status();
        body = e.json();
      }
      byte[] json = JsonMapper.shared().writeValueAsBytes(body);
      out.append("--").append(boundary).append(END);
      out.append("Content-Type: application/http").append(END);
      out.append("Content-ID: <response-").append(part.id).append('>').append(END).append(END);
      out.append("HTTP/1.1 ").append(status).append(status == 200 ? " OK" : " Error").append(END);
      out.append("Content-Type: application/json; charset=UTF-8").append(END);
      out.append("Content-Length: ").append(json.length).append(END).append(END);
      out.append(new String(json, StandardCharsets.UTF_8)).append(END);
    }
    out.append("--").append(boundary).append("--").append(END);
    exchange.mixed(boundary, out.toString());
  }

  private static List<Part> parts(FakeExchange exchange) {
    Matcher m = BOUNDARY.matcher(String.valueOf(exchange.header("Content-Type")));
    if (!String.valueOf(exchange.header("Content-Type")).startsWith("multipart/mixed")
        || !m.find()) {
      throw FakeGoogleError.invalid("Failed to parse batch request: no boundary");
    }
    List<Part> parts = new ArrayList<>();
    String[] pieces = exchange.text().split("--" + Pattern.quote(m.group(1)), -1);
    for (int i = 1; i < pieces.length - 1; i++) {
      parts.add(part(pieces[i].replaceFirst("^\r?\n", "")));
    }
    if (parts.isEmpty() || parts.size() > MOST) {
      throw FakeGoogleError.invalid("The batch request must contain 1 to " + MOST + " calls");
    }
    return parts;
  }

  private static Part part(String text) {
    String[] halves = text.split("\r?\n\r?\n", 3);
    if (halves.length < 2) {
      throw FakeGoogleError.invalid("Failed to parse batch request: a part without a request");
    }
    Map<String, String> outer = headers(halves[0].lines().toList());
    List<String> request = halves[1].lines().toList();
    String[] line = request.getFirst().split(" ", -1);
    if (line.length != 3) {
      throw FakeGoogleError.invalid("Failed to parse batch request: " + request.getFirst());
    }
    return new Part(
        outer.getOrDefault("content-id", "0"),
        line[0],
        URI.create(line[1]),
        headers(request.subList(1, request.size())),
        halves.length < 3 ? "" : halves[2].strip());
  }

  private static Map<String, String> headers(List<String> lines) {
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private record Part(String id, String line, URI address, Map<String, String> headers, String body)
      implements FakeRequest {
    @Override
    public String method() {
      String override = header("X-HTTP-Method-Override");
      return override == null ? line : override.toUpperCase(Locale.ROOT);
    }

    @Override
    public String path() {
      return address.getPath();
    }

    @Override
    public @Nullable String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String query(String name) {
      return FakeExchange.pairs(address.getRawQuery()).get(name);
    }

    @Override
    public Map<String, Object> json() {
      return FakeExchange.json(body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
