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
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register's way to buy and to return. */
public final class PurchaseRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Stores stores;
  private final Purchases purchases;
  private final Returns returns;
  private final Age age;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final InstantSource clock;

  private record ReturnRequest(
      @Nullable List<@Nullable ReturnLine> lines,
      @Nullable String number,
      @Nullable Instant at,
      @Nullable String cashierId) {}

  private record ReturnLine(@Nullable Integer lineNo, @Nullable String quantity) {}

  public PurchaseRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Programs programs,
      Merchants merchants,
      Purchases purchases) {
    this.stores = stores;
    this.cashiers = cashiers;
    this.rules = rules;
    this.clock = house.clock();
    this.purchases = purchases;
    this.returns = new Returns(house, programs, merchants);
    this.age = new Age(house.database(), rules, clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/quotes", this::quote);
    routing.post("/api/v1/receipts", this::commit);
    routing.post("/api/v1/receipts/{receiptId}/returns", this::giveBack);
  }

  private void quote(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    ReceiptRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), ReceiptRequest.class);
    String explain = Http.query(req, "explain").orElse("short");
    Check check = new Check();
    check.require(
        Set.of("short", "all").contains(explain),
        "explain",
        "INVALID",
        "short или all",
        "short or all");
    check.done();
    ReceiptRequest.Checked checked =
        body.check(register, clock.instant(), Http.lang(req)).from(Http.client(req));
    // Of any age: a quote books nothing.
    Http.send(res, 200, purchases.quote(register, checked, explain.equals("all")));
  }

  private void commit(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.LARGE_BODY);
    ReceiptRequest body = Http.parse(bytes, ReceiptRequest.class);
    ReceiptRequest.Checked checked =
        body.check(alone, clock.instant(), Http.lang(req)).from(Http.client(req));
    age.check(alone, checked.at(), Purchases.operation(alone, key));
    RegisterPrincipal register = working(req, alone, body.cashierId(), checked.at());
    SpendGuard.Consent now = new SpendGuard.Consent.Wanted(clock.instant());
    Http.sendJson(res, 201, purchases.commit(register, checked, now, key, hash(bytes, "")).bytes());
  }

  /** The register with whoever works at it. */
  private RegisterPrincipal working(
      ServerRequest req, RegisterPrincipal register, @Nullable String cashierId, Instant at) {
    return cashiers.working(
        register,
        Http.header(req, CASHIER).orElse(null),
        cashierId,
        at,
        rules.of(register.merchantId()).cashierRequired());
  }

  private void giveBack(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    long id = Http.id(req, "receiptId", ProblemCode.RECEIPT_NOT_FOUND);
    byte[] bytes = Http.body(req, Http.LARGE_BODY);
    ReturnRequest body =
        bytes.length == 0
            ? new ReturnRequest(null, null, null, null)
            : Http.parse(bytes, ReturnRequest.class);
    Check check = new Check();
    List<Returns.Wanted> wanted = wanted(check, body);
    check.optional("number", body.number, 60);
    Instant now = clock.instant();
    Instant at = body.at == null ? now : ReceiptRequest.notAhead(check, body.at, now);
    check.done();
    age.check(register, at, Returns.operation(register, key));
    Returns.Asked asked =
        Returns.Asked.of(
            working(req, register, body.cashierId, at),
            id,
            wanted,
            at,
            Http.lang(req),
            key,
            hash(bytes, Long.toString(id)));
    Http.sendJson(res, 201, returns.commit(asked));
  }

  private static List<Returns.Wanted> wanted(Check check, ReturnRequest body) {
    List<Returns.Wanted> wanted = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    List<@Nullable ReturnLine> lines = body.lines == null ? List.of() : body.lines;
    check.require(
        lines.size() <= 5000,
        "lines",
        "TOO_MANY_LINES",
        "строк больше 5000",
        "more than 5000 lines");
    for (int i = 0; i < Math.min(lines.size(), 5000); i++) {
      ReturnLine line = lines.get(i);
      String at = "lines[" + i + "].";
      if (line == null || line.lineNo == null) {
        check.add(at + "lineNo", "REQUIRED", "не заполнено", "is required");
        continue;
      }
      check.require(
          seen.add(line.lineNo),
          at + "lineNo",
          "DUPLICATE",
          "строка указана дважды",
          "is given twice");
      long quantity = line.quantity == null ? 0 : Quantity.parse(line.quantity);
      check.require(
          line.quantity == null || quantity > 0,
          at + "quantity",
          "INVALID",
          "больше нуля, не больше трёх знаков после точки",
          "above zero, at most three decimal places");
      wanted.add(new Returns.Wanted(line.lineNo, quantity));
    }
    return wanted;
  }

  /** What makes two requests the same: the body and what the address adds to it. */
  static String hash(byte[] body, String address) {
    byte[] prefix = address.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(prefix, prefix.length + body.length);
    System.arraycopy(body, 0, all, prefix.length, body.length);
    return HexFormat.of().formatHex(Tokens.sha256(all));
  }
}
