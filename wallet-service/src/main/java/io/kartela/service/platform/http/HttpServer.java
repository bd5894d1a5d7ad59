package io.kartela.service.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.certs.CertsException;
import io.kartela.ledger.LedgerException;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.db.Outage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The web server with what every request gets: an id, one log line, figures, and problems instead
 * of stack traces.
 */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("io.kartela.http");
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
  private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  /** What one timer measures: finding it by its tags costs more than the measuring. */
  private record Answered(String method, String area, int hundreds) {}

  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final Door door;
  private final Outages outages;
  private final FramedConnections connections;
  private final WebServer server;

  /** Starts listening, for this machine only. */
  public HttpServer(InetAddress host, int port, MeterRegistry meters, List<Routes> features) {
    this(host, port, meters, features, Door.here(), new Outages());
  }

  /**
   * Starts listening.
   *
   * @param port 0 takes any free port, see {@link #port()}
   * @param door what every request has to pass
   */
  public HttpServer(
      InetAddress host,
      int port,
      MeterRegistry meters,
      List<Routes> features,
      Door door,
      Outages outages) {
    this.meters = meters;
    this.door = door;
    this.outages = outages;
    this.connections =
        new FramedConnections(
            door.limits(), address -> isThisMachine(address) || door.clients().isTrusted(address));
    HttpRouting.Builder routing = HttpRouting.builder();
    routing.addFilter(this::around);
    routing.error(Problem.class, Http::problem);
    routing.error(RequestException.class, HttpServer::badRequest);
    routing.error(HttpException.class, HttpServer::httpError);
    routing.error(Throwable.class, this::unexpected);
    KnownRoutes known = new KnownRoutes(routing);
    features.forEach(f -> f.add(known));
    routing.any((req, res) -> nothing(known, req, res));
    this.server =
        WebServer.builder()
            .address(host)
            .port(port)
            // Each route has its own limit and says so; this one only ends what nobody should send.
            .maxPayloadSize(TooLarge.ENDLESS)
            // The web server's own reading of requests is not strict enough to be met by anybody.
            .protocolsDiscoverServices(false)
            .addConnectionSelector(connections)
            .directHandlers(Refusals.direct())
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofSeconds(3))
            .addRouting(routing)
            .build()
            .start();
  }

  private static boolean isThisMachine(String host) {
    InetAddress address = ClientAddress.literal(host);
    return address != null && address.isLoopbackAddress();
  }

  public int port() {
    return server.port();
  }

  private static void nothing(KnownRoutes known, ServerRequest req, ServerResponse res) {
    List<String> methods = known.methodsAt(req.prologue());
    if (methods.isEmpty()) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    res.header(HeaderNames.ALLOW, String.join(", ", methods));
    throw new Problem(ProblemCode.METHOD_NOT_ALLOWED);
  }

  private void around(FilterChain chain, RoutingRequest req, RoutingResponse res) {
    String id = requestId(req);
    MDC.put("requestId", id);
    res.header(REQUEST_ID, id);
    res.header("X-Content-Type-Options", "nosniff");
    res.header("Referrer-Policy", "same-origin");
    long start = System.nanoTime();
    // The status is known only after the error handlers ran, which is when the answer was sent.
    res.whenSent(() -> log(req, res, start));
    try {
      if (TooLarge.announced(req)) {
        TooLarge.answer(req, res);
      } else {
        door.admit(req, res);
        chain.proceed();
      }
    } catch (Problem e) {
      Http.problem(req, res, e); // of the door; what routes throw was answered further in
    } finally {
      MDC.remove("requestId");
    }
    if (res.isSent() && req.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      // The web server says that it closes, but after a request without a body it does not; whoever
      // reads to the end of the connection would wait for minutes.
      throw new CloseConnectionException("as the client wished");
    }
  }

  private void log(RoutingRequest req, RoutingResponse res, long start) {
    long nanos = System.nanoTime() - start;
    int status = res.status().code();
    String area = area(req.path().path());
    timers
        .computeIfAbsent(new Answered(method(req), area, status / 100), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if ((status >= 400 && status != 404) || LOG.isDebugEnabled()) {
      LOG.info("{} {} {} {} ms", method(req), masked(req.path().path()), status, nanos / 1_000_000);
    }
  }

  private Timer timer(Answered kind) {
    return Timer.builder("kartela_http_requests")
        .tag("method", kind.method)
        .tag("area", kind.area)
        .tag("status", kind.hundreds + "xx")
        .publishPercentiles(0.5, 0.95, 0.99)
        .register(meters);
  }

  /** A method from outside, bounded so that strangers cannot grow the metrics. */
  private static String method(ServerRequest req) {
    String method = req.prologue().method().text();
    return switch (method) {
      case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> method;
      default -> "OTHER";
    };
  }

  private static String area(String path) {
    String[] parts = path.split("/", 5);
    String first = parts.length > 1 ? parts[1] : "";
    return switch (first) {
      case "api" -> {
        String feature = parts.length > 3 ? parts[3] : "";
        yield switch (feature) {
          case "scans",
              "quotes",
              "receipts",
              "returns",
              "holds",
              "members",
              "campaigns",
              "automations",
              "reviews",
              "public",
              "session",
              "program",
              "reports",
              "register",
              "registers",
              "stores" ->
              feature;
          default -> "other";
        };
      }
      case "apple",
          "google",
          "simulator",
          "assets",
          "cabinet",
          "till",
          "join",
          "c",
          "phone",
          "health",
          "metrics",
          "openapi" ->
          first;
      default -> "other";
    };
  }

  /** Card tokens and device ids are secrets: they do not go into the log. */
  private static String masked(String path) {
    return path.replaceAll("^/c/[^/.]+", "/c/*")
        .replaceAll("/cards/[^/.]+", "/cards/*")
        .replaceAll("^/r/[^/]+", "/r/*")
        .replaceAll("^/g/[^/]+", "/g/*")
        .replaceAll("/public/certificates/[^/]+", "/public/certificates/*")
        .replaceAll("/public/reviews/[^/]+", "/public/reviews/*")
        .replaceAll("/devices/[^/]+", "/devices/*")
        .replaceAll("[^\\x21-\\x7e]", "?");
  }

  private static String requestId(ServerRequest req) {
    String given = req.headers().first(REQUEST_ID).orElse("");
    if (GIVEN_ID.matcher(given).matches()) {
      return given;
    }
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void badRequest(ServerRequest req, ServerResponse res, RequestException e) {
    httpProblem(req, res, e.status().code(), e);
  }

  private static void httpError(ServerRequest req, ServerResponse res, HttpException e) {
    httpProblem(req, res, e.status().code(), e);
  }

  private static void httpProblem(ServerRequest req, ServerResponse res, int status, Exception e) {
    ProblemCode code =
        switch (status) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 413 -> ProblemCode.BODY_TOO_LARGE;
          default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL;
        };
    if (status >= 500) {
      LOG.error("{} failed", masked(req.path().path()), e);
    }
    Http.problem(
        req, res, new Problem(code, code == ProblemCode.BODY_TOO_LARGE ? Http.LARGE_BODY : ""));
  }

  private void unexpected(ServerRequest req, ServerResponse res, Throwable e) {
    Optional<Outage> outage = Outage.of(e);
    if (outage.isPresent()) {
      Http.problem(req, res, outages.problem(outage.get(), masked(req.path().path())));
      return;
    }
    if ((e instanceof DatabaseException d && d.isTransient())
        || (e instanceof LedgerException l && l.code().retryable())) {
      LOG.warn("{}: the database was too busy: {}", masked(req.path().path()), e.toString());
      Http.problem(req, res, Problem.retryAfter(ProblemCode.BUSY, 2));
      return;
    }
    if (e instanceof CertsException sealed && sealed.code().startsWith("certs.vault.")) {
      LOG.error("{} failed: {}", masked(req.path().path()), e.getMessage());
      Http.problem(req, res, new Problem(ProblemCode.SECRET_SEALED));
      return;
    }
    LOG.error("{} failed", masked(req.path().path()), e);
    Http.problem(req, res, new Problem(ProblemCode.INTERNAL));
  }

  @Override
  public void close() {
    server.stop();
    connections.close();
  }
}
