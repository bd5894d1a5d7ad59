package io.kartela.service.shop.team;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Passwords;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody's own sessions and password. */
final class OwnRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final OwnAccess own;
  private final Audit audit;
  private final PasswordLetters letters;

  /**
   * Which letters one gets.
   *
   * @param weekly how the week went, on Mondays
   */
  private record Letters(@Nullable Boolean weekly) {}

  private record PasswordRequest(@Nullable String current, @Nullable String password) {}

  OwnRoutes(
      Database database, Sessions sessions, OwnAccess own, Audit audit, PasswordLetters letters) {
    this.database = database;
    this.sessions = sessions;
    this.own = own;
    this.audit = audit;
    this.letters = letters;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.put("/api/v1/session/password", this::changePassword);
    routing.get("/api/v1/session/letters", this::letters);
    routing.put("/api/v1/session/letters", this::changeLetters);
    routing.get("/api/v1/sessions", this::list);
    routing.delete("/api/v1/sessions/{sessionId}", this::end);
  }

  private void changePassword(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    PasswordRequest body = Http.json(req, PasswordRequest.class);
    Check check = new Check();
    String current = body.current == null ? "" : body.current;
    check.require(
        !current.isEmpty() && current.length() <= 200,
        "current",
        "REQUIRED",
        "не заполнено",
        "is required");
    String asking = sessions.idOf(req);
    String wanted = Passwords.check(check, "password", body.password);
    check.done();
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              own.changePassword(c, staff, asking, current, wanted);
              audit.record(c, staff, "PASSWORD_CHANGED", "staff:" + staff.staffId(), Map.of());
              return true;
            });
    letters.changed(staff);
    Http.noContent(res);
  }

  private void letters(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_LETTERS);
    boolean weekly =
        database.inTenant(
            staff.merchantId(), c -> TeamStore.weekly(c, staff.merchantId(), staff.staffId()));
    Http.send(res, 200, new Letters(weekly));
  }

  private void changeLetters(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_LETTERS);
    Letters wanted = Http.json(req, Letters.class);
    Check check = new Check();
    check.require(
        wanted.weekly != null, "weekly", "REQUIRED", "выберите, да или нет", "say yes or no");
    check.done();
    boolean weekly = Boolean.TRUE.equals(wanted.weekly);
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> TeamStore.weekly(c, staff.merchantId(), staff.staffId(), weekly));
    Http.send(res, 200, wanted);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    String asking = sessions.idOf(req);
    Http.send(
        res,
        200,
        Map.of("items", database.inTenant(staff.merchantId(), c -> own.list(c, staff, asking))));
  }

  private void end(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    String id = Http.pathParam(req, "sessionId");
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              own.end(c, staff, id);
              return true;
            });
    Http.noContent(res);
  }
}
