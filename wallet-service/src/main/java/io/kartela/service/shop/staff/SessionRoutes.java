package io.kartela.service.shop.staff;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.net.URI;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Signing in and out of the cabinet. */
public final class SessionRoutes implements Routes {
  private final Sessions sessions;
  private final Merchants merchants;
  private final LongFunction<List<?>> tiers;
  private final URI publicUrl;

  private record Credentials(@Nullable String email, @Nullable String password) {}

  private record View(
      String staffId,
      String name,
      String email,
      Role role,
      List<Action> may,
      String merchantName,
      LocalText merchantNames,
      String merchantSlug,
      String zone,
      String locale,
      List<?> tiers,
      String joinUrl) {}

  /**
   * @param tiers the tiers of a merchant's program as screens show them
   */
  public SessionRoutes(
      Sessions sessions, Merchants merchants, LongFunction<List<?>> tiers, URI publicUrl) {
    this.sessions = sessions;
    this.merchants = merchants;
    this.tiers = tiers;
    this.publicUrl = publicUrl;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/session", this::signIn);
    routing.get(
        "/api/v1/session",
        (req, res) -> Http.send(res, 200, view(sessions.require(req, Action.OWN_ACCESS))));
    routing.delete(
        "/api/v1/session",
        (req, res) -> {
          sessions.signOut(req, res);
          Http.noContent(res);
        });
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
    Http.send(res, 200, view(sessions.signIn(req, res, email, password)));
  }

  private View view(StaffPrincipal staff) {
    Merchant merchant = merchants.get(staff.merchantId());
    return new View(
        Long.toString(staff.staffId()),
        staff.name(),
        staff.email(),
        staff.role(),
        Action.of(staff.role()),
        merchant.name(),
        merchant.names(),
        merchant.slug(),
        merchant.zone().getId(),
        staff.locale().tag(),
        tiers.apply(staff.merchantId()),
        publicUrl.resolve("/join/" + merchant.slug()).toString());
  }
}
