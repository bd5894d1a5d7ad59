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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays Google Wallet on loopback for the demo and for tests: OAuth, loyalty classes and objects
 * with Google's checks and refusals, the three notices a day, save links, and phones that hold
 * passes. Speaks what Google's own client speaks: method override, gzip. State is in memory.
 * Thread-safe.
 */
public final class FakeGoogleWallet implements AutoCloseable {
  private static final String SAVE = "/gp/v/save/";
  private static final String KEYS = "/gp/m/issuer/keys";

  private final String issuerId;
  private final HttpServer server;
  private final ExecutorService threads;
  private final FakeGoogleTokens tokens;
  private final FakeGoogleStore store;
  private final FakeGoogleHolders holders;
  private final FakeGoogleSaves saves;
  private final FakeGoogleSigner signer;
  private final FakeGoogleCallbacks callbacks;
  private final FakeGoogleApi api;
  private final FakeGoogleBatch batch;

  /**
   * How to start.
   *
   * @param port 0: any free one
   * @param issuerId of the account; ids of classes and objects begin with it and a dot
   * @param clientEmail the service account that exists from the start
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

    /** Answers this status to whatever names this class or object, and all others well. */
    record FailOne(String resourceId, int status) implements Trouble {}
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
    this.tokens = new FakeGoogleTokens(clock);
    this.issuerId = settings.issuerId();
    tokens.trust(settings.clientEmail(), settings.key(), issuerId);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.signer = new FakeGoogleSigner(clock.instant());
    this.callbacks = new FakeGoogleCallbacks(signer, clock, threads);
    this.store = new FakeGoogleStore(new FakeGoogleRules(), clock, listener);
    this.api = new FakeGoogleApi(tokens, store);
    this.batch = new FakeGoogleBatch(api);
    this.holders = new FakeGoogleHolders(store, listener, callbacks);
    this.saves = new FakeGoogleSaves(tokens, store, holders, clock);
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
    server.createContext(FakeGoogleApi.PATH, exchange -> serve(exchange, api::serve));
    server.createContext(FakeGoogleBatch.PATH, exchange -> serve(exchange, batch::serve));
    server.createContext(KEYS, exchange -> serve(exchange, this::keys));
    server.createContext(SAVE, exchange -> serve(exchange, saves::serve));
    server.start();
  }

  /** Lets one more service account act for the issuer. */
  public void trust(String clientEmail, PublicKey key) {
    trust(clientEmail, key, issuerId);
  }

  /** Lets a service account act for one more issuer, which exists from then on. */
  public void trust(String clientEmail, PublicKey key, String issuer) {
    tokens.trust(clientEmail, key, issuer);
  }

  /** The account is no longer one of the issuer's users. */
  public void withdraw(String clientEmail, String issuer) {
    tokens.withdraw(clientEmail, issuer);
  }

  /** Ends a service account, as a person does in Google's console. */
  public void distrust(String clientEmail) {
    tokens.distrust(clientEmail);
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

  /** For {@link GoogleRootKeys}. */
  public URI keysUri() {
    return rootUrl().resolve(KEYS.substring(1));
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
    return holders.remove(objectId, phone);
  }

  /** The phones that hold it. */
  public Set<String> phonesOf(String objectId) {
    return holders.phonesOf(objectId);
  }

  /** The object as Google holds it. */
  public Optional<Map<String, Object>> object(String id) {
    return Optional.ofNullable(store.find(false, id));
  }

  /** The class as Google holds it. */
  public Optional<Map<String, Object>> loyaltyClass(String id) {
    return Optional.ofNullable(store.find(true, id));
  }

  /** Classes, objects and who holds them, as JSON, to survive a restart of the demo. */
  public String snapshot() {
    Map<String, Object> all = new LinkedHashMap<>(store.snapshot());
    all.put("phones", holders.snapshot());
    return JsonMapper.shared().writeValueAsString(all);
  }

  /** Takes over a {@link #snapshot()}, silently: no listener hears of it. */
  public void restore(String snapshot) {
    JsonNode all = JsonMapper.shared().readTree(snapshot);
    store.restore(all);
    holders.restore(all.path("phones"));
  }

  /** From now on; {@link Trouble.None} ends it. */
  public void trouble(Trouble next) {
    api.trouble(next);
  }

  /** How long tokens granted from now on last; an hour unless told. */
  public void tokenLife(Duration life) {
    tokens.life(life);
  }

  /** How often each call-back is delivered, as Google may repeat them; once unless told. */
  public void callbackCopies(int each) {
    callbacks.copies(each);
  }

  /** Every token granted so far is refused from now on. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  /** Batches since the start. */
  public long batchCount() {
    return batch.count();
  }

  /** API requests since the start, refused ones and every part of a batch included. */
  public long requestCount() {
    return api.requestCount();
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

  private void keys(FakeExchange exchange) throws IOException {
    exchange.cached(signer.keysJson(), Duration.ofDays(1));
  }
}
