package io.kartela.service.shop.staff;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Setting a password with the token of an invitation; the token never stands in an address. */
public final class InvitationRoutes implements Routes {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private final Invitations invitations;
  private final RateLimit perAddress = new RateLimit(20, Duration.ofMinutes(1));

  private record Request(@Nullable String token, @Nullable String password) {}

  public InvitationRoutes(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/session/password", this::accept);
  }

  private void accept(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Request body = Http.json(req, Request.class);
    Check check = new Check();
    String token = check.text("token", body.token, 200);
    String password = body.password == null ? "" : body.password;
    check.require(
        password.strip().length() >= SHORTEST && password.length() <= LONGEST,
        "password",
        "LENGTH",
        "от " + SHORTEST + " до " + LONGEST + " знаков",
        SHORTEST + " to " + LONGEST + " characters");
    check.done();
    invitations.accept(token, password);
    Http.noContent(res);
  }
}
