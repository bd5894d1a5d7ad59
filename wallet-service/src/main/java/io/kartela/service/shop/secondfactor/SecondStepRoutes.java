package io.kartela.service.shop.secondfactor;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.SessionViews;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.SignInGate.Factor;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signing in with a second factor, or by a passkey alone. */
final class SecondStepRoutes implements Routes {
  private static final int LONGEST = 20_000;

  private final SecondStep second;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final SessionViews views;
  private final RateLimit perAddress = new RateLimit(60, Duration.ofMinutes(1));

  private record CodeRequest(
      @Nullable String step, @Nullable String factor, @Nullable String code) {}

  private record StepRequest(@Nullable String step) {}

  private record ShownRequest(
      @Nullable String step,
      @Nullable String id,
      @Nullable String userHandle,
      @Nullable String clientDataJson,
      @Nullable String authenticatorData,
      @Nullable String signature) {}

  SecondStepRoutes(SecondStep second, Passkeys passkeys, Sessions sessions, SessionViews views) {
    this.second = second;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.views = views;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/session/second-factor", this::code);
    routing.post("/api/v1/session/passkey/challenge", this::ask);
    routing.post("/api/v1/session/passkey", this::passkey);
  }

  private void code(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    CodeRequest body = Http.json(req, CodeRequest.class);
    Check check = new Check();
    String step = check.text("step", body.step, 200);
    String code = check.text("code", body.code, 50).replace(" ", "");
    check.require(body.factor != null, "factor", "REQUIRED", "не заполнено", "is required");
    check.oneOf("factor", body.factor, Factor.TOTP.name(), Factor.RECOVERY.name());
    check.done();
    Factor factor = Factor.valueOf(Objects.requireNonNull(body.factor));
    switch (second.show(step, factor, code)) {
      case SecondStep.Result.Passed(StaffPrincipal staff) -> open(req, res, staff);
      case SecondStep.Result.Wrong() -> throw new Problem(ProblemCode.SECOND_FACTOR_WRONG);
      case SecondStep.Result.Over() -> throw new Problem(ProblemCode.SIGN_IN_STEP_OVER);
    }
  }

  private void open(ServerRequest req, ServerResponse res, StaffPrincipal staff) {
    sessions.open(req, res, staff, false);
    Http.send(res, 200, views.of(staff, false));
  }

  private void ask(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    String step = Http.json(req, StepRequest.class).step;
    Http.send(res, 200, step == null ? passkeys.ask() : passkeys.ask(step));
  }

  private void passkey(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    ShownRequest body = Http.json(req, ShownRequest.class);
    Check check = new Check();
    PasskeyCheck.Shown shown =
        new PasskeyCheck.Shown(
            bytes(check, "id", body.id),
            body.userHandle == null || body.userHandle.isEmpty()
                ? null
                : bytes(check, "userHandle", body.userHandle),
            bytes(check, "clientDataJson", body.clientDataJson),
            bytes(check, "authenticatorData", body.authenticatorData),
            bytes(check, "signature", body.signature));
    String step = check.optional("step", body.step, 200);
    check.done();
    open(req, res, step == null ? passkeys.signIn(shown) : passkeys.signIn(step, shown));
  }

  /** What a browser hands over, in base64url. */
  static byte[] bytes(Check check, String field, @Nullable String given) {
    String text = check.text(field, given, LONGEST);
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      check.add(field, "INVALID", "не base64url", "is no base64url");
      return new byte[0];
    }
  }
}
