package io.kartela.service.purchase;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.goods.Goods;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.till.scan.LateScans;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register's way to buy, return and reserve. */
public final class PurchaseRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Stores stores;
  private final Sessions sessions;
  private final Purchases purchases;
  private final Receipts receipts;
  private final Returns returns;
  private final Holds holds;
  private final Age age;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final OfflineRoutes offline;
  private final InstantSource clock;

  private record ReturnRequest(
      @Nullable List<@Nullable ReturnLine> lines,
      @Nullable String number,
      @Nullable Instant at,
      @Nullable String cashierId) {}

  private record ReturnLine(@Nullable Integer lineNo, @Nullable String quantity) {}

  private record HoldRequest(
      @Nullable String memberId,
      @Nullable Long amount,
      @Nullable Integer seconds,
      @Nullable String cashierId) {}

  public PurchaseRoutes(
      Stores stores,
      Sessions sessions,
      Database database,
      Ids ids,
      Programs programs,
      Members members,
      Merchants merchants,
      PostgresLedger accounts,
      Goods goods,
      TillRules rules,
      Cashiers cashiers,
      LateScans lateScans,
      InstantSource clock,
      Runnable committed) {
    this.stores = stores;
    this.sessions = sessions;
    this.cashiers = cashiers;
    this.rules = rules;
    this.clock = clock;
    ReceiptStore store = new ReceiptStore();
    this.receipts = new Receipts(database, programs, members, store, clock);
    Standings standings = new Standings();
    this.purchases =
        new Purchases(
            database,
            ids,
            programs,
            members,
            standings,
            new TierRecompute(database, programs, merchants),
            merchants,
            store,
            accounts,
            rules,
            goods,
            clock,
            committed);
    this.returns =
        new Returns(
            database, ids, programs, members, standings, merchants, store, accounts, clock,
            committed);
    this.holds = new Holds(database, members, accounts, rules, new Audit(ids, clock), clock);
    this.age = new Age(database, rules, clock);
    this.offline =
        new OfflineRoutes(
            stores,
            new OfflineReceipts(database, purchases, age, cashiers, lateScans, rules),
            clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/quotes", this::quote);
    routing.post("/api/v1/receipts", this::commit);
    offline.add(routing);
    routing.get("/api/v1/receipts", this::list);
    routing.get("/api/v1/receipts/{receiptId}", this::get);
    routing.post("/api/v1/receipts/{receiptId}/returns", this::giveBack);
    routing.post("/api/v1/holds", this::hold);
    routing.delete("/api/v1/holds/{holdId}", this::release);
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
    ReceiptRequest.Checked checked = body.check(register, clock.instant(), Http.lang(req));
    // Of any age: a quote books nothing.
    Http.send(res, 200, purchases.quote(register, checked, explain.equals("all")));
  }

  private void commit(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    String key = Http.idempotencyKey(req);
    byte[] bytes = Http.body(req, Http.LARGE_BODY);
    ReceiptRequest body = Http.parse(bytes, ReceiptRequest.class);
    ReceiptRequest.Checked checked = body.check(alone, clock.instant(), Http.lang(req));
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

  private void list(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    Long before =
        Http.query(req, "cursor").map(c -> Http.id(c, ProblemCode.RECEIPT_NOT_FOUND)).orElse(null);
    Http.send(res, 200, receipts.page(register, Http.limit(req), before));
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId =
        sessions.present(req)
            ? sessions.require(req, Role.CASHIER).merchantId()
            : stores.authenticate(req).merchantId();
    long id = Http.id(req, "receiptId", ProblemCode.RECEIPT_NOT_FOUND);
    Http.send(res, 200, receipts.get(merchantId, id));
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
    Http.sendJson(res, 201, holds.place(register, member, amount, seconds, key, hash(bytes, "")));
  }

  private void release(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    holds.release(register, Holds.HoldId.parse(Http.pathParam(req, "holdId")));
    Http.noContent(res);
  }

  /** What makes two requests the same: the body and what the address adds to it. */
  private static String hash(byte[] body, String address) {
    byte[] prefix = address.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(prefix, prefix.length + body.length);
    System.arraycopy(body, 0, all, prefix.length, body.length);
    return HexFormat.of().formatHex(Tokens.sha256(all));
  }
}
