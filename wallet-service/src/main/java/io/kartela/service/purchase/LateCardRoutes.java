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
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The register's way to a receipt whose customer had forgotten the card. */
public final class LateCardRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Stores stores;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final LateCards cards;
  private final InstantSource clock;

  private record Given(@Nullable String memberId) {}

  public LateCardRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Programs programs,
      Merchants merchants,
      Audit audit) {
    this.stores = stores;
    this.cashiers = cashiers;
    this.rules = rules;
    this.cards = new LateCards(house, programs, merchants, rules, new LateCardLog(audit));
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/receipts/{receiptId}/member", this::give);
  }

  private void give(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    long id = Http.id(req, "receiptId", ProblemCode.RECEIPT_NOT_FOUND);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    Given body = Http.parse(bytes, Given.class);
    Check check = new Check();
    check.require(body.memberId != null, "memberId", "REQUIRED", "не заполнено", "is required");
    check.done();
    RegisterPrincipal register =
        cashiers.working(
            alone,
            Http.header(req, CASHIER).orElse(null),
            null,
            clock.instant(),
            rules.of(alone.merchantId()).cashierRequired());
    LateCards.Asked asked =
        new LateCards.Asked(
            register,
            id,
            Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND),
            Http.lang(req),
            LateCards.operation(register, key),
            PurchaseRoutes.hash(bytes, Long.toString(id)));
    Http.sendJson(res, 201, cards.commit(asked));
  }
}
