package io.kartela.push.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kartela.push.PushException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part that all stand-ins over HTTP share: they listen on loopback, answer one request after
 * the other, and misbehave as told: late, garbled, cut off after the words were taken, at their own
 * pace. What the vendor thinks of a request is said by the stand-in itself. Thread-safe.
 */
public abstract class FakeVendor implements AutoCloseable {
  private static final int MAX_REQUEST = 64 * 1024;

  protected final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private Trouble trouble = new Trouble.None();
  private @Nullable FakeLuck luck;
  private @Nullable FakePace pace;

  /** What to do to the next requests. */
  public sealed interface Trouble {
    record None() implements Trouble {}

    /** Says this code of the vendor's to the whole request, and takes nothing. */
    record Code(int code) implements Trouble {}

    /** Answers nothing but this HTTP status and a page of HTML, as a proxy in front does. */
    record Status(int status) implements Trouble {}

    /** Takes the words and answers only after this long. */
    record Late(Duration delay) implements Trouble {}

    /** Takes the words and drops the connection: the maker of duplicates. */
    record Drop() implements Trouble {}

    /** Takes the words and answers with something that is no JSON. */
    record Garbage() implements Trouble {}

    /**
     * Every request has its own luck, the same again for the same seed: so many of a hundred are
     * answered late, so many dropped after the words were taken, so many met by a broken proxy.
     */
    record Moody(long seed, int late, Duration upTo, int drop, int broken) implements Trouble {}
  }

  /** A request as it came. */
  protected static final class Request {
    private final String method;
    private final URI uri;
    private final UnaryOperator<@Nullable String> headers;
    private final byte[] body;

    private Request(String method, URI uri, UnaryOperator<@Nullable String> headers, byte[] body) {
      this.method = method;
      this.uri = uri;
      this.headers = headers;
      this.body = body;
    }

    public String method() {
      return method;
    }

    public String path() {
      return uri.getPath();
    }

    public Map<String, String> parameters() {
      return Bodies.readForm(uri.getRawQuery());
    }

    /** A header; empty when there is none. */
    public String header(String name) {
      String value = headers.apply(name);
      return value == null ? "" : value;
    }

    public byte[] bytes() {
      return body.clone();
    }

    public Map<String, String> form() {
      return Bodies.readForm(new String(body, StandardCharsets.UTF_8));
    }

    /** Null when the body is no JSON object. */
    public @Nullable JsonNode json() {
      return Bodies.object(body);
    }
  }

  /** An answer; JSON unless a header says otherwise. */
  protected record Reply(int status, String body, Map<String, String> headers) {
    public Reply {
      headers = Map.copyOf(headers);
    }

    public static Reply json(int status, Object value) {
      return new Reply(status, Bodies.json(value), Map.of());
    }
  }

  protected FakeVendor(InstantSource clock) {
    this.clock = clock;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new PushException("push.fake.start", "no port for a vendor's stand-in", e);
    }
  }

  /** To be called when the stand-in is complete. */
  protected final void start() {
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** What the vendor says; called by one thread at a time. */
  protected abstract Reply answer(Request request);

  /** How the vendor says this code to a whole request. */
  protected abstract Reply refusal(int code);

  /** How the vendor says that we are too fast. */
  protected abstract Reply throttled(Duration after);

  public final URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on; {@link Trouble.None} ends it. */
  public final void trouble(Trouble what) {
    locked(
        () -> {
          trouble = what;
          luck =
              what instanceof Trouble.Moody m
                  ? new FakeLuck(m.seed, m.late, m.upTo, m.drop, m.broken)
                  : null;
          return what;
        });
  }

  /** From now on no more requests than this are listened to; 0: as many as come. */
  public final void pace(int perSecond) {
    locked(() -> pace = perSecond == 0 ? null : new FakePace(perSecond, clock.instant()));
  }

  /** Alone with what the stand-in remembers. */
  protected final <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders()::getFirst,
              exchange.getRequestBody().readNBytes(MAX_REQUEST));
      Trouble now = locked(this::luck);
      if (now instanceof Trouble.Status(int status)) {
        write(
            exchange,
            new Reply(
                status,
                "<html><title>" + status + "</title></html>",
                Map.of("Content-Type", "text/html")));
        return;
      }
      Reply reply = locked(() -> judged(request, now));
      switch (now) {
        case Trouble.Drop _ -> {
          return; // closing the exchange without an answer cuts the connection
        }
        case Trouble.Garbage _ -> write(exchange, new Reply(200, "OK\n100", Map.of()));
        case Trouble.Late(Duration delay) -> {
          Thread.sleep(delay);
          write(exchange, reply);
        }
        default -> write(exchange, reply);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Trouble luck() {
    if (luck == null) {
      return trouble;
    }
    return switch (luck.draw()) {
      case FakeLuck.Drawn.Good _ -> new Trouble.None();
      case FakeLuck.Drawn.Late(Duration by) -> new Trouble.Late(by);
      case FakeLuck.Drawn.Dropped _ -> new Trouble.Drop();
      case FakeLuck.Drawn.Broken _ -> new Trouble.Status(502);
    };
  }

  private Reply judged(Request request, Trouble now) {
    if (pace != null && !pace.admits(clock.instant())) {
      return throttled(Duration.ofSeconds(1));
    }
    return now instanceof Trouble.Code(int code) ? refusal(code) : answer(request);
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", Bodies.JSON);
    reply.headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
