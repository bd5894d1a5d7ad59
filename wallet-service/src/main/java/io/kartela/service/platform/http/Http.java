package io.kartela.service.platform.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reading requests and writing answers: JSON in and out, problems, idempotency keys. Stateless and
 * thread-safe.
 */
public final class Http {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * Body limit of an ordinary request; a receipt of 5,000 lines fits well within {@link
   * #LARGE_BODY}.
   */
  public static final int SMALL_BODY = 64 * 1024;

  public static final int LARGE_BODY = 4 * 1024 * 1024;

  private static final String BEARER = "Bearer ";
  private static final int LONGEST_KEY = 1_000;

  /**
   * How much of a body that is too large is still read and thrown away: a client that is in the
   * middle of sending would meet a closed connection instead of the answer.
   */
  static final int DISCARDED_BODY = 64 * 1024 * 1024;

  /** The one JSON mapper, see {@link JsonReader}. */
  public static final JsonMapper JSON = JsonReader.MAPPER;

  public static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final Header PROBLEM_JSON =
      HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/problem+json");
  private static final Header JSON_UTF8 =
      HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json");
  private static final Header NO_STORE = HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

  private Http() {}

  /** The raw body, refused when it is larger than the limit. */
  public static byte[] body(ServerRequest req, int limit) {
    if (!req.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = req.content().inputStream()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        in.skip(DISCARDED_BODY);
        throw new Problem(ProblemCode.BODY_TOO_LARGE, limit);
      }
      return bytes;
    } catch (IOException | DataReader.InsufficientDataAvailableException e) {
      // Ended too early or framed wrongly: either way it is no matter of JSON.
      throw new Problem(ProblemCode.BAD_REQUEST).closing();
    }
  }

  public static <T> T json(ServerRequest req, Class<T> type) {
    return parse(body(req, SMALL_BODY), type);
  }

  /**
   * As {@link #json}, where texts are kept or searched for as they were sent, unread: the character
   * NUL, which PostgreSQL has no place for, is refused.
   */
  public static <T> T keptJson(ServerRequest req, Class<T> type) {
    return JsonReader.readKept(body(req, SMALL_BODY), type);
  }

  /**
   * Whose request it is, for counting: behind a trusted proxy the address that it saw, of IPv6 the
   * network.
   */
  public static String client(ServerRequest req) {
    return req.context()
        .get(Door.Client.class)
        .map(Door.Client::address)
        .orElseGet(() -> ClientAddress.key(req.remotePeer().host()));
  }

  /**
   * Reads a body as JSON; a wrong one becomes a problem that names the place, never the content.
   */
  public static <T> T parse(byte[] body, Class<T> type) {
    return JsonReader.read(body, type);
  }

  public static void send(ServerResponse res, int status, Object body) {
    sendJson(res, status, JSON.writeValueAsBytes(body));
  }

  public static void sendJson(ServerResponse res, int status, byte[] json) {
    res.status(Status.create(status)).header(JSON_UTF8).header(NO_STORE).send(json);
  }

  /** A body, or to {@code HEAD} only its length. */
  public static void send(ServerRequest req, ServerResponse res, byte[] body) {
    if (!isHead(req, res, body.length)) {
      res.send(body);
    }
  }

  /** A body that comes in pieces. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The same for a body in pieces, of this many bytes together. */
  public static void send(ServerRequest req, ServerResponse res, long length, Body body) {
    if (isHead(req, res, length)) {
      return;
    }
    res.contentLength(length);
    try (OutputStream out = res.outputStream()) {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The web server would write a body given to {@code HEAD}, and so break the connection. */
  private static boolean isHead(ServerRequest req, ServerResponse res, long length) {
    boolean head = req.prologue().method().equals(Method.HEAD);
    if (head) {
      res.contentLength(length);
      res.send();
    }
    return head;
  }

  /** What follows is a file for this reader alone, kept nowhere on its way. */
  public static void download(ServerResponse res, String type, String name) {
    res.header(HeaderNames.CONTENT_TYPE, type);
    res.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    res.header(NO_STORE);
  }

  public static void noContent(ServerResponse res) {
    res.status(Status.NO_CONTENT_204).send();
  }

  public static void problem(ServerRequest req, ServerResponse res, Problem problem) {
    if (problem.retryAfterSeconds() > 0) {
      res.header(HeaderNames.RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
    }
    if (problem.closes()) {
      res.header(HeaderValues.CONNECTION_CLOSE);
    }
    Status status = Status.create(problem.code().status());
    res.status(status)
        .header(PROBLEM_JSON)
        .header(NO_STORE)
        .send(JSON.writeValueAsBytes(problem.body(status, lang(req))));
  }

  public static Lang lang(ServerRequest req) {
    return Lang.accepted(header(req, HeaderNames.ACCEPT_LANGUAGE).orElse(null));
  }

  public static Optional<String> header(ServerRequest req, HeaderName name) {
    return req.headers().first(name);
  }

  /**
   * The key or token with which the request signs in; empty when it names none, or one longer than
   * any of ours. The names of HTTP's schemes know no case.
   */
  public static Optional<String> bearer(ServerRequest req) {
    return header(req, HeaderNames.AUTHORIZATION)
        .filter(
            h -> h.length() <= LONGEST_KEY && h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(h -> h.substring(BEARER.length()).strip());
  }

  /**
   * The request's Idempotency-Key; refused when it is missing or not 1..100 printable ASCII
   * characters.
   */
  public static String idempotencyKey(ServerRequest req) {
    String key = header(req, IDEMPOTENCY_KEY).orElse("").strip();
    if (key.isEmpty() || key.length() > 100 || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
    }
    return key;
  }

  /** A part of the path, decoded; nothing of ours has control characters in its address. */
  public static String pathParam(ServerRequest req, String name) {
    String value = req.path().pathParameters().get(name);
    if (hasControl(value)) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    return value;
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  /** An identifier from the path; anything that cannot be one of ours is simply not found. */
  public static long id(ServerRequest req, String name, ProblemCode notFound) {
    return id(pathParam(req, name), notFound);
  }

  public static long id(@Nullable String text, ProblemCode notFound) {
    if (text == null || !ID.matcher(text).matches()) {
      throw new Problem(notFound);
    }
    return Long.parseLong(text);
  }

  public static Optional<String> query(ServerRequest req, String name) {
    String value = req.query().first(name).map(v -> v).orElse(null);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (hasControl(value)) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, "U+0000…U+001F");
    }
    return Optional.of(value.strip());
  }

  public static int query(ServerRequest req, String name, int byDefault, int min, int max) {
    Optional<String> text = query(req, name);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, with the range
    }
    throw new Problem(ProblemCode.INVALID_PARAMETER, name, min + "…" + max);
  }

  /** Where a list that is paged by id goes on; empty: at its beginning. */
  public static Optional<Long> cursor(ServerRequest req) {
    return query(req, "cursor")
        .map(
            text -> {
              if (!text.matches("[0-9]{1,18}")) {
                throw new Problem(ProblemCode.INVALID_PARAMETER, "cursor", "nextCursor");
              }
              return Long.valueOf(text);
            });
  }

  /** The page size a list request asks for: 1..200, 50 by default. */
  public static int limit(ServerRequest req) {
    return query(req, "limit", 50, 1, 200);
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
