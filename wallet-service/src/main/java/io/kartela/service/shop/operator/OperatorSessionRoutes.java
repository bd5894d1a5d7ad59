package io.kartela.service.shop.operator;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.secondfactor.PasskeySite;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator comes to his screens, and what a page may know before he does. */
public final class OperatorSessionRoutes implements Routes {
  private static final String SESSION = "/api/v1/operator/session";

  private final OperatorSessions sessions;
  private final OpenedMerchants merchants;
  private final boolean mail;
  private final URI publicUrl;

  private record Request(@Nullable String key) {}

  private record View(Instant expiresAt) {}

  /** What pages may know before anybody signs in. */
  private record Installation(boolean empty, boolean mail, @Nullable String passkeyOrigin) {}

  /**
   * @param mail whether who forgot the password gets a letter
   */
  public OperatorSessionRoutes(
      OperatorSessions sessions, OpenedMerchants merchants, boolean mail, URI publicUrl) {
    this.sessions = sessions;
    this.merchants = merchants;
    this.mail = mail;
    this.publicUrl = publicUrl;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post(SESSION, this::signIn);
    routing.get(SESSION, (req, res) -> Http.send(res, 200, new View(sessions.open(cookie(req)))));
    routing.delete(SESSION, this::signOut);
    routing.get(
        "/api/v1/public/installation",
        (req, res) ->
            Http.send(
                res,
                200,
                new Installation(
                    merchants.none(),
                    mail,
                    PasskeySite.of(publicUrl).map(PasskeySite::origin).orElse(null))));
  }

  private void signIn(ServerRequest req, ServerResponse res) {
    Request body = Http.json(req, Request.class);
    Check check = new Check();
    String key = check.text("key", body.key, 200);
    check.done();
    OperatorSessions.Opened opened = sessions.signIn(key, Http.client(req));
    res.headers().addCookie(cookie(opened.token(), OperatorSessions.LIFE));
    Http.send(res, 200, new View(opened.expiresAt()));
  }

  private void signOut(ServerRequest req, ServerResponse res) {
    cookie(req).ifPresent(sessions::signOut);
    res.headers().addCookie(cookie("", Duration.ZERO));
    Http.noContent(res);
  }

  /** Whether this is the operator: by his key, or by the cookie. */
  public static void require(OperatorSessions sessions, ServerRequest req) {
    sessions.require(Http.bearer(req), cookie(req), Http.client(req));
  }

  private static Optional<String> cookie(ServerRequest req) {
    return req.headers().cookies().first(Door.OPERATOR).asOptional().filter(v -> !v.isEmpty());
  }

  private SetCookie cookie(String value, Duration life) {
    return SetCookie.builder(Door.OPERATOR, value)
        .path("/api/v1/operator")
        .httpOnly(true)
        .secure("https".equals(publicUrl.getScheme()))
        .sameSite(SetCookie.SameSite.STRICT)
        .maxAge(life)
        .build();
  }
}
