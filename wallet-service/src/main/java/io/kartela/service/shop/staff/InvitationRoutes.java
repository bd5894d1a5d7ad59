package io.kartela.service.shop.staff;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Setting a password with the token of an invitation, or of a letter to who forgot it; the token
 * never stands in an address.
 */
public final class InvitationRoutes implements Routes {
  private final Invitations invitations;
  private final PasswordResets resets;
  private final PasswordLetters letters;
  private final RateLimit perAddress = new RateLimit(20, Duration.ofMinutes(1));
  private final RateLimit asked;

  private record Look(@Nullable String token) {}

  private record Request(@Nullable String token, @Nullable String password) {}

  private record Forgotten(@Nullable String email) {}

  public InvitationRoutes(
      Invitations invitations,
      PasswordResets resets,
      PasswordLetters letters,
      InstantSource clock) {
    this.invitations = invitations;
    this.resets = resets;
    this.letters = letters;
    this.asked = new RateLimit(10, Duration.ofMinutes(1), clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/session/invitation", this::look);
    routing.post("/api/v1/session/password", this::accept);
    routing.post("/api/v1/session/password/forgotten", this::forgotten);
  }

  /** The same answer, as soon, whoever is asked for. */
  private void forgotten(ServerRequest req, ServerResponse res) {
    asked.take(Http.client(req));
    Check check = new Check();
    String email = check.email("email", Http.json(req, Forgotten.class).email);
    check.done();
    if (!letters.any()) {
      throw new Problem(ProblemCode.NO_MAIL);
    }
    resets.ask(email);
    res.status(Status.ACCEPTED_202).send();
  }

  /** A page greets whom it asks for a password. */
  private void look(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Check check = new Check();
    String token = check.text("token", Http.json(req, Look.class).token, 200);
    check.done();
    Http.send(res, 200, invitations.look(token));
  }

  private void accept(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Request body = Http.json(req, Request.class);
    Check check = new Check();
    String token = check.text("token", body.token, 200);
    String password = Passwords.check(check, "password", body.password);
    check.done();
    invitations.accept(token, password).ifPresent(letters::changed);
    Http.noContent(res);
  }
}
