package io.kartela.service.shop.staff;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import org.jspecify.annotations.Nullable;

/** Signing in and out of the cabinet. */
public final class SessionRoutes implements Routes {
  private final Sessions sessions;
  private final SignInGate gate;
  private final SessionViews views;

  private record Credentials(@Nullable String email, @Nullable String password) {}

  public SessionRoutes(Sessions sessions, SignInGate gate, SessionViews views) {
    this.sessions = sessions;
    this.gate = gate;
    this.views = views;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/session", this::signIn);
    routing.get("/api/v1/session", this::show);
    routing.delete(
        "/api/v1/session",
        (req, res) -> {
          sessions.signOut(req, res);
          Http.noContent(res);
        });
  }

  private void show(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, views.of(sessions.requireAny(req), sessions.settingUp(req)));
  }

  private void signIn(ServerRequest req, ServerResponse res) {
    Credentials body = Http.json(req, Credentials.class);
    Check check = new Check();
    String email = check.text("email", body.email, 200);
    String password = body.password == null ? "" : body.password;
    check.require(
        !password.isEmpty() && password.length() <= 200,
        "password",
        "REQUIRED",
        "не заполнено",
        "is required");
    check.done();
    StaffPrincipal staff = sessions.byPassword(req, email, password);
    switch (gate.after(staff)) {
      case SignInGate.Next.Cabinet() -> open(req, res, staff, false);
      case SignInGate.Next.SettingUp() -> open(req, res, staff, true);
      case SignInGate.Next.Asked asked -> Http.send(res, 202, asked);
    }
  }

  private void open(
      ServerRequest req, ServerResponse res, StaffPrincipal staff, boolean settingUp) {
    sessions.open(req, res, staff, settingUp);
    Http.send(res, 200, views.of(staff, settingUp));
  }
}
