package io.kartela.push.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kartela.push.PushException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Plays Google Wallet on loopback for the demo and for tests: OAuth, loyalty classes and objects
 * with Google's checks and refusals, the three notices a day, save links, and phones that hold
 * passes. Speaks what Google's own client speaks: method override, gzip. State is in memory.
 * Thread-safe.
 */
public final class FakeGoogleWallet implements AutoCloseable {
  private static final String API = "/walletobjects/v1/";
  private static final String SAVE = "/gp/v/save/";

  private final HttpServer server;
  private final ExecutorService threads;
  private final FakeGoogleTokens tokens;
  private final FakeGoogleStore store;
  private final FakeGoogleSaves saves;
  private final AtomicLong requests = new AtomicLong();
  private volatile Trouble trouble = new Trouble.None();

  /**
   * How to start.
   *
   * @param port 0: any free one
   * @param issuerId ids of classes and objects begin with it and a dot
   * @param clientEmail the only service account that exists
   * @param key its public half
   */
  public record Settings(int port, String issuerId, String clientEmail, PublicKey key) {
    public Settings {
      Objects.requireNonNull(key);
      if (issuerId.isBlank() || clientEmail.isBlank()) {
        throw new IllegalArgumentException("an issuer and an account are needed");
      }
    }
  }

  /** What to do to the next API requests. */
  public sealed interface Trouble {
    record None() implements Trouble {}

    /** Answers, but late. */
    record Slow(Duration delay) implements Trouble {}

    /** Answers nothing but this status, such as 500, 503 or 429. */
    record Fail(int status) implements Trouble {}
  }

  /** What became of a save link. */
  public sealed interface Saved {
    /**
     * The phone has the pass.
     *
     * @param again it had it before
     */
    record Added(String objectId, boolean again) implements Saved {}

    /** Google's page would say "Something went wrong". */
    record Refused(String reason) implements Saved {}
  }

  /**
   * Starts and listens.
   *
   * @throws PushException with code {@code push.google.start} when the port is taken
   */
  public FakeGoogleWallet(Settings settings, InstantSource clock, FakeGoogleListener listener) {
    this.tokens = new FakeGoogleTokens(settings.clientEmail(), settings.key(), clock);
    this.store = new FakeGoogleStore(new FakeGoogleRules(settings.issuerId()), clock, listener);
    this.saves = new FakeGoogleSaves(settings, store, clock);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      this.server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    } catch (IOException e) {
      threads.close();
      throw new PushException(
          "push.google.start", "fake Google cannot listen on port " + settings.port(), e);
    }
    server.setExecutor(threads);
    server.createContext("/token", exchange -> serve(exchange, this::token));
    server.createContext(API, exchange -> serve(exchange, this::api));
    server.createContext(SAVE, exchange -> serve(exchange, saves::serve));
    server.start();
  }

  /** For {@link GoogleSettings#rootUrl()}. */
  public URI rootUrl() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  /** For {@link GoogleSettings#tokenUri()}. */
  public URI tokenUri() {
    return rootUrl().resolve("token");
  }

  /** For {@link SaveLink}. */
  public URI saveBase() {
    return rootUrl().resolve(SAVE.substring(1));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What the person behind a phone does on the page of a save link. */
  public Saved save(String jwt, String phone) {
    return saves.save(jwt, phone);
  }

  /** The person removes the pass; false when the phone did not have it. */
  public boolean remove(String objectId, String phone) {
    return store.remove(objectId, phone);
  }

  /** The phones that hold it. */
  public Set<String> phonesOf(String objectId) {
    return store.phonesOf(objectId);
  }

  /** The object as Google holds it. */
  public Optional<Map<String, Object>> object(String id) {
    return Optional.ofNullable(store.find(false, id));
  }

  /** The class as Google holds it. */
  public Optional<Map<String, Object>> loyaltyClass(String id) {
    return Optional.ofNullable(store.find(true, id));
  }

  /** From now on; {@link Trouble.None} ends it. */
  public void trouble(Trouble next) {
    trouble = next;
  }

  /** How long tokens granted from now on last; an hour unless told. */
  public void tokenLife(Duration life) {
    tokens.life(life);
  }

  /** Every token granted so far is refused from now on. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** API requests since the start, refused ones included. */
  public long requestCount() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }

  private interface Handler {
    void handle(FakeExchange exchange) throws IOException;
  }

  private static void serve(HttpExchange raw, Handler handler) throws IOException {
    try (raw) {
      FakeExchange exchange = new FakeExchange(raw);
      try {
        handler.handle(exchange);
      } catch (FakeGoogleError e) {
        exchange.answer(e.status(), e.json());
      }
    }
  }

  private void token(FakeExchange exchange) throws IOException {
    FakeGoogleTokens.Answer answer = tokens.grant(exchange.form(), tokenUri());
    exchange.answer(answer.status(), answer.body());
  }

  private void api(FakeExchange exchange) throws IOException {
    requests.incrementAndGet();
    suffer();
    tokens.check(exchange.header("Authorization"));
    String[] path = exchange.path().substring(API.length()).split("/", -1);
    boolean ofClass = path[0].equals("loyaltyClass");
    if (!ofClass && !path[0].equals("loyaltyObject")) {
      throw FakeGoogleError.notFound("notFound", "Not found: " + exchange.path());
    }
    exchange.answer(200, call(exchange, ofClass, path));
  }

  private Map<String, Object> call(FakeExchange exchange, boolean ofClass, String[] path) {
    String method = exchange.method();
    if (path.length == 1) {
      return switch (method) {
        case "GET" -> list(exchange, ofClass);
        case "POST" ->
            ofClass ? store.insertClass(exchange.json()) : store.insertObject(exchange.json());
        default -> throw FakeGoogleError.method();
      };
    }
    String id = path[1];
    if (path.length == 3 && path[2].equals("addMessage") && method.equals("POST")) {
      return store.message(ofClass, id, exchange.json());
    }
    if (path.length != 2) {
      throw FakeGoogleError.notFound("notFound", "Not found: " + exchange.path());
    }
    return switch (method) {
      case "GET" -> store.get(ofClass, id);
      case "PATCH" -> change(ofClass, id, exchange.json(), false);
      case "PUT" -> change(ofClass, id, exchange.json(), true);
      default -> throw FakeGoogleError.method();
    };
  }

  private Map<String, Object> change(
      boolean ofClass, String id, Map<String, Object> body, boolean whole) {
    return ofClass ? store.changeClass(id, body, whole) : store.changeObject(id, body, whole);
  }

  private Map<String, Object> list(FakeExchange exchange, boolean ofClass) {
    String classId = exchange.query("classId");
    if (!ofClass && classId == null) {
      throw FakeGoogleError.invalid("classId is required");
    }
    return store.list(ofClass, classId, exchange.query("token"), max(exchange.query("maxResults")));
  }

  private static int max(@Nullable String text) {
    try {
      return text == null ? 100 : Math.clamp(Integer.parseInt(text), 1, 1000);
    } catch (NumberFormatException e) {
      throw FakeGoogleError.invalid("maxResults is not a number");
    }
  }

  private void suffer() {
    switch (trouble) {
      case Trouble.None() -> {}
      case Trouble.Fail(int status) -> throw FakeGoogleError.told(status);
      case Trouble.Slow(Duration delay) -> {
        try {
          Thread.sleep(delay);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
