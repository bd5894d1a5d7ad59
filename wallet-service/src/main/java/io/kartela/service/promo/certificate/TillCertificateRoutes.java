package io.kartela.service.promo.certificate;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.promo.code.Sale;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The register's way to certificates beside receipts: selling, looking up, topping up, refunds. */
final class TillCertificateRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final House house;
  private final Stores stores;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final Certificates certificates;
  private final CertificateDesk desk;
  private final KindDesk kinds;

  private record SaleRequest(
      @Nullable String kindId,
      @Nullable Long amount,
      @Nullable String memberId,
      @Nullable String recipient,
      @Nullable String cashierId) {}

  private record CodeRequest(
      @Nullable String code, @Nullable Long amount, @Nullable String cashierId) {}

  TillCertificateRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Certificates certificates,
      CertificateDesk desk,
      KindDesk kinds) {
    this.house = house;
    this.stores = stores;
    this.cashiers = cashiers;
    this.rules = rules;
    this.certificates = certificates;
    this.desk = desk;
    this.kinds = kinds;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/register/certificates";
    routing.get(all + "/kinds", this::kinds);
    routing.post(all, this::sell);
    routing.post(all + "/check", this::check);
    routing.post(all + "/top-ups", this::topUp);
    routing.post(all + "/refunds", this::refund);
  }

  private void kinds(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    Http.send(res, 200, Map.of("items", kinds.sold(register.merchantId())));
  }

  private void check(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    CodeRequest body = Http.json(req, CodeRequest.class);
    Certificates.Shown shown = find(req, register, text(body));
    Problem no = shown.no();
    // Who holds the lost code learns nothing of what is on it.
    if (shown.id() == 0 || (no != null && no.code() == ProblemCode.CERTIFICATE_REPLACED)) {
      throw refusal(shown);
    }
    Http.send(res, 200, desk.view(register.merchantId(), shown.id()));
  }

  private void sell(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    SaleRequest body = Http.parse(bytes, SaleRequest.class);
    Check check = new Check();
    long amount = amount(check, body.amount);
    String recipient = check.optional("recipient", body.recipient, 100);
    check.done();
    long kindId = Http.id(body.kindId, ProblemCode.CERTIFICATE_KIND_NOT_FOUND);
    long memberId =
        body.memberId == null ? 0 : Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    RegisterPrincipal register = working(req, alone, body.cashierId);
    CertificateDesk.Order order =
        new CertificateDesk.Order(
            kindId, amount, memberId, recipient == null ? "" : recipient, register.storeZone());
    Http.send(res, 201, desk.issue(asked(register, "sell", key, bytes), order, false));
  }

  private void topUp(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    CodeRequest body = Http.parse(bytes, CodeRequest.class);
    Check check = new Check();
    long amount = amount(check, body.amount);
    check.done();
    RegisterPrincipal register = working(req, alone, body.cashierId);
    long id = known(find(req, register, text(body)));
    if (desk.view(register.merchantId(), id).origin() == Origin.GIFTED) {
      throw new Problem(ProblemCode.CERTIFICATE_GIFT_NOT_SOLD);
    }
    Http.send(res, 201, desk.topUp(asked(register, "top-up", key, bytes), id, amount));
  }

  private void refund(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    CodeRequest body = Http.parse(bytes, CodeRequest.class);
    RegisterPrincipal register = working(req, alone, body.cashierId);
    Certificates.Shown shown = find(req, register, text(body));
    // A blocked one may be another's: what is on it is decided in the cabinet.
    if (shown.no() != null && shown.no().code() != ProblemCode.CERTIFICATE_EMPTY) {
      throw refusal(shown);
    }
    Http.send(res, 201, desk.refund(asked(register, "refund", key, bytes), shown.id()));
  }

  private static long amount(Check check, @Nullable Long amount) {
    check.require(
        amount != null && amount > 0 && amount <= CertificateKind.LARGEST,
        "amount",
        "INVALID",
        "больше нуля",
        "above zero");
    return amount == null ? 0 : amount;
  }

  private static String text(CodeRequest body) {
    Check check = new Check();
    String text = check.text("code", body.code, 100);
    check.done();
    return text;
  }

  private static long known(Certificates.Shown shown) {
    Problem no = shown.no();
    if (no != null && no.code() != ProblemCode.CERTIFICATE_EMPTY) {
      throw no;
    }
    return shown.id();
  }

  private static Problem refusal(Certificates.Shown shown) {
    Problem no = shown.no();
    return no == null ? new Problem(ProblemCode.CERTIFICATE_UNKNOWN) : no;
  }

  /** Looked up as in a sale: who guesses is not listened to for long. */
  private Certificates.Shown find(ServerRequest req, RegisterPrincipal register, String text) {
    Instant now = house.clock().instant();
    Sale sale = new Sale(register, List.of(), Http.client(req), 0, now, now);
    return house
        .database()
        .inTenant(
            register.merchantId(),
            c -> {
              RoundTrip trip = new RoundTrip();
              PostgresLedger.setMerchant(trip, register.merchantId());
              Certificates.Asked asked =
                  certificates.ask(trip, sale, List.of(new Certificates.Wanted(text, null)), false);
              trip.run(c);
              List<Certificates.Shown> shown = asked.judge();
              certificates.countGuesses(c, sale, shown);
              return shown.getFirst();
            });
  }

  private RegisterPrincipal working(
      ServerRequest req, RegisterPrincipal register, @Nullable String cashierId) {
    return cashiers.working(
        register,
        Http.header(req, CASHIER).orElse(null),
        cashierId,
        house.clock().instant(),
        rules.of(register.merchantId()).cashierRequired());
  }

  private static CertificateDesk.Asked asked(
      RegisterPrincipal register, String what, String key, byte[] body) {
    return new CertificateDesk.Asked(
        register.merchantId(),
        Certificates.hand(register),
        "certificate-" + what + ":" + register.registerId() + ":" + key,
        HexFormat.of().formatHex(Tokens.sha256(body)),
        CertificateDesk.Audited.NOTHING);
  }
}
