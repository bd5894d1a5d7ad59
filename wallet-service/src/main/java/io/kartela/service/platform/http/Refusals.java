package io.kartela.service.platform.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to what never becomes a request for the routes: framed wrongly, too late, one too many,
 * or nothing that the web server understands. They look as all others do. Stateless.
 */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger("io.kartela.http");
  private static final long RETRY_SECONDS = 5;

  private Refusals() {}

  /** The web server's own refusals, in our form. */
  static DirectHandlers direct() {
    DirectHandlers.Builder all = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      all.addHandler(type, Refusals::direct);
    }
    return all.build();
  }

  private static DirectHandler.TransportResponse direct(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType type,
      Status status,
      io.helidon.http.ServerResponseHeaders headers,
      String message) {
    Lang lang = Lang.accepted(request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse(null));
    DirectHandler.TransportResponse.Builder response =
        DirectHandler.TransportResponse.builder()
            .status(status)
            .headers(headers)
            .keepAlive(false)
            .entity(body(status, lang));
    headers(status).forEach((name, value) -> response.header(HeaderNames.create(name), value));
    return response.build();
  }

  /** Says it over a connection of which the web server knows no request. */
  static void write(DataWriter writer, int status) {
    Status said = Status.create(status);
    byte[] body = body(said, Lang.EN);
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(said.reasonPhrase());
    headers(said)
        .forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.length);
    head.append("\r\nConnection: close\r\n\r\n");
    byte[] bytes = head.toString().getBytes(StandardCharsets.US_ASCII);
    try {
      writer.writeNow(BufferData.create(bytes), BufferData.create(body));
    } catch (RuntimeException e) {
      LOG.debug("Nobody is there any more to be refused: {}", e.toString());
    }
  }

  private static Map<String, String> headers(Status status) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/problem+json");
    headers.put("Content-Security-Policy", Door.NOTHING);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", "no-store");
    if (status.code() == 503) {
      headers.put("Retry-After", Long.toString(RETRY_SECONDS));
    }
    return headers;
  }

  private static byte[] body(Status status, Lang lang) {
    Problem problem =
        switch (status.code()) {
          case 408 -> new Problem(ProblemCode.REQUEST_TIMEOUT);
          case 413 -> new Problem(ProblemCode.BODY_TOO_LARGE, Http.LARGE_BODY);
          case 500 -> new Problem(ProblemCode.INTERNAL);
          case 503 -> Problem.retryAfter(ProblemCode.BUSY, RETRY_SECONDS);
          default -> new Problem(ProblemCode.BAD_REQUEST);
        };
    return Http.JSON.writeValueAsBytes(problem.body(status, lang));
  }
}
