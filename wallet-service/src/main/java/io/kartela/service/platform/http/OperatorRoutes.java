package io.kartela.service.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** For the operator: is it healthy, what are the figures, what is the contract. */
public final class OperatorRoutes implements Routes {
  private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_SAYS = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kartela API</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/openapi/swagger-ui.css"><link rel="icon" href="/favicon.svg"></head>
      <body><div id="api"></div><script src="/openapi/swagger-ui-bundle.js"></script>
      <script src="/openapi/start.js"></script></body></html>
      """;
  private static final String START =
      "SwaggerUIBundle({url: '/openapi.yaml', dom_id: '#api', deepLinking: true, validatorUrl:"
          + " null});";

  /** Of what background work tells, the one thing that is no trouble. */
  private static final String RUNNING = "runningWork";

  private final Database database;
  private final PrometheusMeterRegistry meters;
  private final Supplier<List<Map<String, Object>>> warnings;
  private final Supplier<Map<String, Object>> work;
  private final Metrics access;
  private final Outages outages;
  private final byte[] contract = resource("openapi.yaml").orElseThrow();

  /** Who reads the figures: with a token, anybody, or nobody. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  public record Metrics(boolean open, byte[] tokenHash) {
    public static final Metrics OPEN = new Metrics(true, new byte[0]);
    public static final Metrics CLOSED = new Metrics(false, new byte[0]);

    public static Metrics by(String token) {
      return new Metrics(false, Tokens.sha256(token));
    }

    private void require(ServerRequest req) {
      if (open) {
        return;
      }
      if (tokenHash.length == 0) {
        throw new Problem(ProblemCode.NOT_FOUND);
      }
      if (Http.bearer(req).filter(t -> Tokens.same(tokenHash, Tokens.sha256(t))).isEmpty()) {
        throw new Problem(ProblemCode.METRICS_TOKEN_WRONG);
      }
    }
  }

  /**
   * @param warnings what will need a person some day soon, such as certificates that end
   * @param work what background work suffers from; empty lists when all is well
   * @param access to the figures
   */
  public OperatorRoutes(
      Database database,
      PrometheusMeterRegistry meters,
      Supplier<List<Map<String, Object>>> warnings,
      Supplier<Map<String, Object>> work,
      Metrics access,
      Outages outages) {
    this.work = work;
    this.access = access;
    this.outages = outages;
    this.warnings = warnings;
    this.database = database;
    this.meters = meters;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/health", this::health).head("/health", this::health);
    routing.get("/health/live", OperatorRoutes::live).head("/health/live", OperatorRoutes::live);
    routing.get("/metrics", this::metrics);
    routing.get("/openapi.yaml", (req, res) -> text(res, "application/yaml", contract));
    routing.get("/openapi", this::openapi);
    routing.get("/openapi/start.js", (req, res) -> text(res, "text/javascript", bytes(START)));
    routing.get("/openapi/{file}", this::swagger);
  }

  private void metrics(ServerRequest req, ServerResponse res) {
    access.require(req);
    text(res, "text/plain; version=0.0.4; charset=utf-8", bytes(meters.scrape()));
  }

  /**
   * Ready only while the database answers and can write. What background work suffers from is told
   * beside it: a node that is taken out of service mends no vendor's account.
   */
  private void health(ServerRequest req, ServerResponse res) {
    boolean answers = database.answers();
    boolean up = answers && !outages.full();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", up ? "UP" : "DOWN");
    Map<String, Object> checks = new LinkedHashMap<>();
    checks.put("database", answers ? "UP" : "DOWN");
    checks.put("storage", outages.full() ? "DOWN" : "UP");
    body.put("checks", checks);
    body.put("warnings", up ? warnings.get() : List.of());
    if (up) {
      Map<String, Object> suffers = work.get();
      suffers.forEach(
          (name, list) ->
              checks.put(name, list instanceof List<?> l && l.isEmpty() ? "UP" : "DEGRADED"));
      checks.remove(RUNNING);
      body.putAll(suffers);
    }
    json(req, res.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503), body);
  }

  private static void live(ServerRequest req, ServerResponse res) {
    json(req, res, Map.of("status", "UP"));
  }

  /** Load balancers ask by HEAD, too. */
  private static void json(ServerRequest req, ServerResponse res, Map<String, Object> body) {
    res.header(HeaderNames.CONTENT_TYPE, "application/json");
    res.header(HeaderNames.CACHE_CONTROL, "no-store");
    Http.send(req, res, Http.JSON.writeValueAsBytes(body));
  }

  private void openapi(ServerRequest req, ServerResponse res) {
    boolean browser = req.headers().first(HeaderNames.ACCEPT).orElse("").contains("text/html");
    res.header(HeaderNames.VARY, "Accept");
    if (browser) {
      res.header(
          HeaderNames.create("Content-Security-Policy"),
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
              + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
              + " 'none'");
      text(res, "text/html; charset=utf-8", bytes(PAGE));
    } else {
      text(res, "application/yaml", contract);
    }
  }

  private void swagger(ServerRequest req, ServerResponse res) {
    String file = Http.pathParam(req, "file");
    String type =
        switch (file) {
          case "swagger-ui.css" -> "text/css";
          case "swagger-ui-bundle.js" -> "text/javascript";
          default -> throw new Problem(ProblemCode.NOT_FOUND);
        };
    text(res, type, resource(SWAGGER + swaggerVersion() + "/" + file).orElseThrow());
  }

  /** The library's files lie under its version, which it says itself. */
  private static String swaggerVersion() {
    Properties said = new Properties();
    try {
      said.load(new ByteArrayInputStream(resource(SWAGGER_SAYS).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.getProperty("version");
  }

  private static void text(ServerResponse res, String type, byte[] body) {
    res.status(Status.OK_200).header(HeaderNames.CONTENT_TYPE, type).send(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = OperatorRoutes.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
