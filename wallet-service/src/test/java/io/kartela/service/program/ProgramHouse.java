package io.kartela.service.program;

import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.whatif.WhatIfFeature;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.SessionRoutes;
import io.kartela.service.shop.staff.SessionViews;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.SignInGate;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A merchant with staff and the program's part of the API on a real server and database. */
public final class ProgramHouse implements AutoCloseable {
  public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final String PASSWORD = "a long enough password";

  private final TestHouse house = new TestHouse();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Jpa jpa;
  private final Ids ids;
  private final Programs programs;
  private final Drafts drafts;
  private final Sessions sessions;
  private final Merchants merchants;
  private final WhatIfFeature whatIf;
  private final HttpServer server;
  private final URI url;
  private volatile Instant now = Instant.parse("2026-12-01T09:00:00Z");

  public ProgramHouse() {
    Database database = house.database();
    InstantSource clock = () -> now;
    List<Class<?>> entities = new ArrayList<>(Stores.ENTITIES);
    entities.add(Merchants.ENTITY);
    entities.add(Sessions.ENTITY);
    jpa = new Jpa(database, entities);
    ids = new Ids(database);
    merchants = new Merchants(database, jpa, clock);
    programs = new Programs(database, clock);
    Audit audit = new Audit(ids, clock);
    URI nowhere = URI.create("http://localhost");
    sessions = new Sessions(database, jpa, ids, clock, nowhere);
    drafts = new Drafts(database, ids, audit, clock);
    whatIf = new WhatIfFeature(house.at(clock), programs, drafts, sessions);
    List<Routes> routes =
        new ArrayList<>(
            new ProgramFeature(house.at(clock), programs, drafts, sessions, audit).routes());
    routes.add(whatIf.routes());
    routes.add(
        new SessionRoutes(
            sessions,
            staff -> new SignInGate.Next.Cabinet(),
            new SessionViews(merchants, id -> List.of(), nowhere)));
    server = new HttpServer(InetAddress.getLoopbackAddress(), 0, new SimpleMeterRegistry(), routes);
    url = URI.create("http://localhost:" + server.port());
    whatIf.start();
  }

  public Database database() {
    return house.database();
  }

  public Programs programs() {
    return programs;
  }

  public Ids ids() {
    return ids;
  }

  public Instant now() {
    return now;
  }

  public void setNow(Instant instant) {
    now = instant;
  }

  /** A merchant with this program and an owner, a marketer and a cashier. */
  public Shop shop(String program) {
    long id = ids.next();
    String slug = "shop-" + id;
    merchants.create(
        new Merchant(
            id,
            slug,
            LocalText.same("Shop " + id),
            LocalText.same(""),
            MOSCOW,
            Lang.RU,
            "#123456"));
    programs.publish(id, ProgramJson.parse(json(program)).program(), "test");
    return new Shop(id);
  }

  /** A program's JSON from the rest after its name and kind, single-quoted. */
  public static String json(String rest) {
    return ("{'name':{'ru':'Проба','en':'Trial'},'kind':'BOTH'"
            + (rest.isBlank() ? "" : "," + rest)
            + "}")
        .replace('\'', '"');
  }

  /** The one number that a statement asks for, by the owner of the database. */
  public long number(String sql) {
    return Long.parseLong(text(sql));
  }

  /** The one text that a statement asks for, by the owner of the database. */
  public String text(String sql) {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return String.valueOf(r.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public void execute(String sql) {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A connection of the database's owner, for locks. */
  public Connection ownerConnection() throws SQLException {
    return house.owner().getConnection();
  }

  /** Stops the worker of replays as a shutdown would. */
  public void stopWorker() {
    whatIf.close();
  }

  @Override
  public void close() {
    server.close();
    whatIf.close();
    http.close();
    jpa.close();
    house.close();
  }

  /** One merchant. */
  public final class Shop {
    private final long id;

    private Shop(long id) {
      this.id = id;
    }

    public long id() {
      return id;
    }

    /** Signs a new employee in. */
    public Client signIn(Role role) {
      String email = role.name().toLowerCase(java.util.Locale.ROOT) + "@" + ids.next() + ".example";
      sessions.createStaff(id, email, "Person " + role, role, PASSWORD, Lang.EN);
      Client nobody = new Client(null);
      Answer a =
          nobody.send("POST", "/api/v1/session", Map.of("email", email, "password", PASSWORD));
      String cookie = a.response.headers().firstValue("Set-Cookie").orElseThrow();
      return new Client(cookie.substring(0, cookie.indexOf(';')));
    }
  }

  /** A browser. */
  public final class Client {
    private final @Nullable String cookie;

    private Client(@Nullable String cookie) {
      this.cookie = cookie;
    }

    public Answer get(String path) {
      return send("GET", "/api/v1/program" + path, null);
    }

    public Answer post(String path, @Nullable Object body) {
      return send("POST", "/api/v1/program" + path, body);
    }

    public Answer put(String path, Object body, String... headers) {
      return send("PUT", "/api/v1/program" + path, body, headers);
    }

    public Answer delete(String path, String... headers) {
      return send("DELETE", "/api/v1/program" + path, null, headers);
    }

    Answer send(String method, String path, @Nullable Object body, String... headers) {
      byte[] bytes =
          body == null
              ? new byte[0]
              : body instanceof String s
                  ? s.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                  : Http.JSON.writeValueAsBytes(body);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url.resolve(path))
              .header("Accept-Language", "en")
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(bytes));
      if (cookie != null) {
        request.header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin");
      }
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      try {
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** An answer. */
  public record Answer(HttpResponse<String> response) {
    /** The body; a failure when the status is another. */
    public JsonNode expect(int status) {
      if (response.statusCode() != status) {
        throw new AssertionError(
            response.request().method()
                + " "
                + response.uri()
                + ": "
                + response.statusCode()
                + " "
                + response.body());
      }
      return response.body().isEmpty()
          ? Http.JSON.createObjectNode()
          : Http.JSON.readTree(response.body());
    }

    /** The problem; a failure when it has another status or code. */
    public JsonNode refused(int status, String code) {
      JsonNode problem = expect(status);
      if (!problem.path("code").asString().equals(code)) {
        throw new AssertionError(response.body());
      }
      return problem;
    }

    public String header(String name) {
      return Objects.requireNonNull(response.headers().firstValue(name).orElse(""));
    }
  }
}
