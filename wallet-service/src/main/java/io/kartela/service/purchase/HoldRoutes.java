package io.kartela.service.purchase;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The register's way to reserve bonuses. */
public final class HoldRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Stores stores;
  private final Cashiers cashiers;
  private final Holds holds;
  private final InstantSource clock;

  private record HoldRequest(
      @Nullable String memberId,
      @Nullable Long amount,
      @Nullable Integer seconds,
      @Nullable String cashierId) {}

  public HoldRoutes(House house, Stores stores, Cashiers cashiers, TillRules rules) {
    this.stores = stores;
    this.cashiers = cashiers;
    this.holds = new Holds(house, rules);
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/holds", this::hold);
    routing.delete("/api/v1/holds/{holdId}", this::release);
  }

  private void hold(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    HoldRequest body = Http.parse(bytes, HoldRequest.class);
    Check check = new Check();
    long amount = body.amount == null ? 0 : body.amount;
    int seconds = body.seconds == null ? 600 : body.seconds;
    check.require(amount > 0, "amount", "INVALID", "больше нуля", "above zero");
    check.require(
        seconds >= 1 && seconds <= 86_400,
        "seconds",
        "OUT_OF_RANGE",
        "от 1 до 86400",
        "1 to 86400");
    check.done();
    long member = Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    // A till that asks for PINs asks for them at the receipt; here the cashier is only named.
    RegisterPrincipal register =
        cashiers.working(
            alone, Http.header(req, CASHIER).orElse(null), body.cashierId, clock.instant(), false);
    Http.sendJson(
        res,
        201,
        holds.place(register, member, amount, seconds, key, PurchaseRoutes.hash(bytes, "")));
  }

  private void release(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    holds.release(register, Holds.HoldId.parse(Http.pathParam(req, "holdId")));
    Http.noContent(res);
  }
}
