package io.kartela.service.shop.operator;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** The operator's way to merchants, with his key. */
public final class MerchantRoutes implements Routes {
  private static final String BASE = "/api/v1/operator/merchants";

  private final OperatorKey key;
  private final Openings openings;
  private final OpenedMerchants merchants;
  private final RateLimit wrongKeys;

  public MerchantRoutes(
      OperatorKey key, Openings openings, OpenedMerchants merchants, InstantSource clock) {
    this.key = key;
    this.openings = openings;
    this.merchants = merchants;
    this.wrongKeys = new RateLimit(20, Duration.ofMinutes(1), clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(BASE, this::list);
    routing.post(BASE, this::open);
    routing.get(BASE + "/{merchantId}", this::get);
    routing.post(BASE + "/{merchantId}/disable", (req, res) -> disable(req, res, true));
    routing.post(BASE + "/{merchantId}/enable", (req, res) -> disable(req, res, false));
    routing.post(BASE + "/{merchantId}/owners", this::invite);
    routing.get("/api/v1/operator/audit", this::audit);
  }

  /** Only wrong keys are limited: a stranger must not keep the operator out. */
  private void authenticate(ServerRequest req) {
    if (Http.bearer(req).filter(key::is).isEmpty()) {
      wrongKeys.take(Http.client(req));
      throw new Problem(ProblemCode.OPERATOR_KEY_INVALID);
    }
  }

  private void list(ServerRequest req, ServerResponse res) {
    authenticate(req);
    int limit = Http.limit(req);
    Pages.send(
        res,
        merchants.page(limit + 1, Http.cursor(req).orElse(null)),
        limit,
        OpenedMerchants.View::merchantId);
  }

  private void audit(ServerRequest req, ServerResponse res) {
    authenticate(req);
    int limit = Http.limit(req);
    Pages.send(
        res,
        merchants.audit(limit + 1, Http.cursor(req).orElse(null)),
        limit,
        OperatorAudit.Entry::id);
  }

  private void open(ServerRequest req, ServerResponse res) {
    authenticate(req);
    Http.send(res, 201, openings.open(Http.body(req, Http.LARGE_BODY)));
  }

  private void get(ServerRequest req, ServerResponse res) {
    authenticate(req);
    Http.send(res, 200, merchants.get(merchant(req)));
  }

  private void disable(ServerRequest req, ServerResponse res, boolean disabled) {
    authenticate(req);
    Http.send(res, 200, merchants.disable(merchant(req), disabled));
  }

  private void invite(ServerRequest req, ServerResponse res) {
    authenticate(req);
    OpeningRequest.Person body =
        Objects.requireNonNull(Http.json(req, OpeningRequest.Person.class));
    long merchantId = Long.parseLong(merchants.get(merchant(req)).merchantId());
    Check check = new Check();
    OpeningRequest.Owner owner = body.check(check, "", Lang.RU);
    check.done();
    Http.send(res, 201, openings.inviteOwner(merchantId, owner));
  }

  private static long merchant(ServerRequest req) {
    return Http.id(req, "merchantId", ProblemCode.MERCHANT_NOT_FOUND);
  }
}
