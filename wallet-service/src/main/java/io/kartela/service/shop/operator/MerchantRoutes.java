package io.kartela.service.shop.operator;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.secondfactor.LostFactors;
import io.kartela.service.shop.staff.Invitations;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.store.Stores;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operator's way to merchants. */
public final class MerchantRoutes implements Routes {
  private static final String BASE = "/api/v1/operator/merchants";

  private final OperatorSessions sessions;
  private final Openings openings;
  private final OpenedMerchants merchants;
  private final PasswordLetters letters;
  private final URI publicUrl;

  private record OwnerRequest(@Nullable String email) {}

  /**
   * Somebody who was invited; the token is never shown again.
   *
   * @param letterSent the link goes to them by e-mail, too
   */
  private record OwnerView(String email, Invitations.Invitation invitation, boolean letterSent) {}

  private record OpenedView(
      String merchantId,
      String slug,
      String joinUrl,
      OwnerView owner,
      Openings.StoreMade store,
      Stores.NewRegister register) {}

  public MerchantRoutes(
      OperatorSessions sessions,
      Openings openings,
      OpenedMerchants merchants,
      PasswordLetters letters,
      URI publicUrl) {
    this.sessions = sessions;
    this.openings = openings;
    this.merchants = merchants;
    this.letters = letters;
    this.publicUrl = publicUrl;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(BASE, this::list);
    routing.post(BASE, this::open);
    routing.get(BASE + "/{merchantId}", this::get);
    routing.post(BASE + "/{merchantId}/disable", (req, res) -> disable(req, res, true));
    routing.post(BASE + "/{merchantId}/enable", (req, res) -> disable(req, res, false));
    routing.post(BASE + "/{merchantId}/owners", this::invite);
    routing.post(BASE + "/{merchantId}/owners/second-factor/reset", this::resetFactors);
    routing.get("/api/v1/operator/audit", this::audit);
    routing.get("/api/v1/operator/templates", this::templates);
  }

  private void list(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    int limit = Http.limit(req);
    Check check = new Check();
    String state = Http.query(req, "state").orElse(null);
    check.oneOf("state", state, "OPEN", "CLOSED");
    check.done();
    OpenedMerchants.Filter filter =
        new OpenedMerchants.Filter(
            Http.query(req, "q").orElse("").strip(), state == null ? null : state.equals("CLOSED"));
    Pages.send(
        res,
        merchants.page(filter, limit + 1, Http.cursor(req).orElse(null)),
        limit,
        OpenedMerchants.View::merchantId);
  }

  private void audit(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    int limit = Http.limit(req);
    Pages.send(
        res,
        merchants.audit(limit + 1, Http.cursor(req).orElse(null)),
        limit,
        OperatorAudit.Entry::id);
  }

  private void templates(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    Http.send(res, 200, Map.of("items", openings.templates()));
  }

  private void open(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    Openings.Opened made = openings.open(Http.body(req, Http.LARGE_BODY));
    Http.send(
        res,
        201,
        new OpenedView(
            made.merchantId(),
            made.slug(),
            made.joinUrl(),
            told(made.owner()),
            made.store(),
            made.register()));
  }

  private void get(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    Http.send(res, 200, merchants.get(merchant(req)));
  }

  private void disable(ServerRequest req, ServerResponse res, boolean disabled) {
    OperatorSessionRoutes.require(sessions, req);
    Http.send(res, 200, merchants.disable(merchant(req), disabled));
  }

  private void invite(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    OpeningRequest.Person body =
        Objects.requireNonNull(Http.json(req, OpeningRequest.Person.class));
    OpenedMerchants.View shop = merchants.get(merchant(req));
    Check check = new Check();
    OpeningRequest.Owner owner = body.check(check, "", Lang.RU);
    check.done();
    Http.send(
        res,
        201,
        told(openings.inviteOwner(Long.parseLong(shop.merchantId()), shop.name(), owner)));
  }

  private OwnerView told(Openings.Invited owner) {
    boolean sent =
        letters.invited(
            owner.email(),
            owner.locale(),
            owner.shop(),
            publicUrl.resolve("/cabinet/invitation").toString() + "#" + owner.invitation().token());
    return new OwnerView(owner.email(), owner.invitation(), sent);
  }

  private void resetFactors(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    long merchantId = Long.parseLong(merchants.get(merchant(req)).merchantId());
    Check check = new Check();
    String email = check.email("email", Http.json(req, OwnerRequest.class).email);
    check.done();
    LostFactors.tell(letters, merchants.resetFactors(merchantId, email));
    Http.noContent(res);
  }

  private static long merchant(ServerRequest req) {
    return Http.id(req, "merchantId", ProblemCode.MERCHANT_NOT_FOUND);
  }
}
