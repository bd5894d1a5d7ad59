package io.kartela.service.shop.secondfactor;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.SessionViews;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody's own second factor. */
final class OwnFactorRoutes implements Routes {
  private static final String BASE = "/api/v1/session/second-factor";
  private static final String PASSKEYS = "/api/v1/session/passkeys";
  private static final String ONE = PASSKEYS + "/{passkeyId}";

  private final OwnFactors own;
  private final OwnPasskeys passkeys;
  private final Sessions sessions;
  private final SessionViews views;

  private record PasswordRequest(@Nullable String password) {}

  private record CodeRequest(@Nullable String code) {}

  private record NameRequest(@Nullable String name) {}

  private record PasskeyRequest(
      @Nullable String name, @Nullable String clientDataJson, @Nullable String attestation) {}

  /** Shown this once. */
  private record SecretView(String secret, String uri) {}

  /** Shown this once; none when one has them already. */
  private record CodesView(List<String> recoveryCodes) {}

  OwnFactorRoutes(OwnFactors own, OwnPasskeys passkeys, Sessions sessions, SessionViews views) {
    this.own = own;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.views = views;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(BASE, (req, res) -> Http.send(res, 200, own.view(staff(req))));
    routing.post(BASE + "/totp", this::beginTotp);
    routing.post(BASE + "/totp/confirm", this::confirmTotp);
    routing.post(BASE + "/totp/remove", this::totpOff);
    routing.post(BASE + "/recovery-codes", this::renewCodes);
    routing.post(PASSKEYS + "/challenge", this::beginPasskey);
    routing.post(PASSKEYS, this::addPasskey);
    routing.put(ONE, this::renamePasskey);
    routing.post(ONE + "/remove", this::removePasskey);
  }

  private StaffPrincipal staff(ServerRequest req) {
    return sessions.requireAny(req);
  }

  private void beginTotp(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    String secret = own.beginTotp(staff, password(req));
    Http.send(res, 201, new SecretView(secret, Totp.uri(secret, views.shop(staff), staff.email())));
  }

  private void confirmTotp(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    Check check = new Check();
    String code = check.text("code", Http.json(req, CodeRequest.class).code, 20).replace(" ", "");
    check.done();
    Http.send(res, 200, new CodesView(own.confirmTotp(staff, sessions.idOf(req), code)));
  }

  private void totpOff(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    own.totpOff(staff, password(req));
    Http.noContent(res);
  }

  private void renewCodes(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    Http.send(res, 201, new CodesView(own.renewCodes(staff, password(req))));
  }

  private void beginPasskey(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    Http.send(res, 200, passkeys.begin(staff, sessions.idOf(req), password(req)));
  }

  private void addPasskey(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    PasskeyRequest body = Http.json(req, PasskeyRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 60);
    PasskeyCheck.Made made =
        new PasskeyCheck.Made(
            SecondStepRoutes.bytes(check, "clientDataJson", body.clientDataJson),
            SecondStepRoutes.bytes(check, "attestation", body.attestation));
    check.done();
    Http.send(res, 201, new CodesView(passkeys.add(staff, sessions.idOf(req), name, made)));
  }

  private void renamePasskey(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    long id = id(req);
    Check check = new Check();
    String name = check.line("name", Http.json(req, NameRequest.class).name, 60);
    check.done();
    passkeys.rename(staff, id, name);
    Http.noContent(res);
  }

  private void removePasskey(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = staff(req);
    passkeys.remove(staff, id(req), password(req));
    Http.noContent(res);
  }

  private static String password(ServerRequest req) {
    String given = Http.json(req, PasswordRequest.class).password;
    String password = given == null ? "" : given;
    Check check = new Check();
    check.require(
        !password.isEmpty() && password.length() <= 200,
        "password",
        "REQUIRED",
        "не заполнено",
        "is required");
    check.done();
    return password;
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "passkeyId", ProblemCode.PASSKEY_NOT_FOUND);
  }
}
