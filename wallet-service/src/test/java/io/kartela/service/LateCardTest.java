package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.postgres.SelfCheck;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A card that was forgotten is shown later the same day: the purchase becomes its member's. */
class LateCardTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,"
          + "'upgrades':[{'type':'windowPurchases','from':500000}]}],'rules':["
          + rule("earn", "'then':{'type':'earnByTier'}")
          + ","
          + rule(
              "first", "'when':{'type':'firstPurchase'},'then':{'type':'grantBonus','amount':3000}")
          + ","
          + rule(
              "big",
              "'when':{'type':'receiptTotal','range':{'from':200000}},"
                  + "'then':{'type':'grantBonus','amount':2000}")
          + "]";

  /** A careful shop that allows it, with a member whose card can be read. */
  private final class Stage {
    final TestShop shop;
    Api owner;
    final Api till;
    final String phone;
    final String card;
    final String member;

    Stage(String slug, String program) {
      clock.set("2026-11-21T12:00:00+03:00");
      this.shop = maker.openCareful(slug, program);
      this.owner = shop.owner();
      this.till = shop.register();
      allow(true);
      JsonNode joined = shop.join(Map.of("name", "Анна Ковалёва"));
      this.member = joined.path("memberId").asString();
      this.card = code(joined);
      this.phone = owner.get("/api/v1/members/" + member).expect(200).path("phone").asString();
    }

    void allow(boolean yes) {
      owner.put("/api/v1/till-settings", Map.of("lateCards", yes)).expect(200);
      clock.plus(Duration.ofSeconds(10));
    }

    JsonNode buy(Bill bill) {
      JsonNode receipt = till.post("/api/v1/receipts", bill.json()).expect(201);
      clock.plus(Duration.ofMinutes(1));
      return receipt;
    }

    void show(Api register) {
      register.post("/api/v1/scans", Map.of("text", card)).expect(200);
    }

    Answer give(Api register, JsonNode receipt) {
      return register.post(
          "/api/v1/receipts/" + receipt.path("id").asString() + "/member",
          Map.of("memberId", member));
    }

    JsonNode receipt(JsonNode of) {
      return owner.get("/api/v1/receipts/" + of.path("id").asString()).expect(200);
    }

    JsonNode page() {
      return owner.get("/api/v1/members/" + member).expect(200);
    }

    void addsUp() throws SQLException {
      try (Connection c = kartela.database().app().getConnection()) {
        c.setAutoCommit(false);
        assertEquals(List.of(), new SelfCheck().merchant(c, shop.id()));
        c.rollback();
      }
    }
  }

  LateCardTest() {
    super(TestKartela::startWithSimulator);
  }

  @Test
  void itIsTheirsEverywhereAndAReturnUndoesItExactly() throws SQLException {
    Stage s = new Stage("late-card", PROGRAM);
    JsonNode sold = s.buy(Bill.of("4000", "2000"));
    assertAmounts(sold, "paid earned", "6000", "0");
    clock.plus(Duration.ofHours(5));
    s.owner = s.shop.ownerAgain();
    Api elsewhere = s.shop.registerIn("Europe/Moscow");
    s.show(elsewhere);
    JsonNode given = s.give(elsewhere, sold).expect(201);
    // 5 % of 6000, the first purchase's 30 and the big one's 20; the tier of after it.
    assertAmounts(given, "paid toPay spent earned", "6000", "6000", "0", "350");
    assertEquals("silver", given.at("/tierAfter/id").asString());
    assertBalance("350", "0", "0", "0", given.path("balanceAfter"));
    JsonNode page = s.page();
    assertAmounts(page, "spentTotal", "6000");
    assertEquals("silver", page.at("/tier/id").asString());
    assertEquals(sold.path("at").asString(), page.path("lastPurchaseAt").asString());
    JsonNode stored = s.receipt(sold);
    assertEquals(s.member, stored.path("memberId").asString());
    assertEquals("Register", stored.at("/lateCard/register").asString());
    assertEquals(sold.path("at").asString(), stored.path("at").asString());
    JsonNode found = s.till.get("/api/v1/receipts?memberId=" + s.member).expect(200);
    assertEquals(1, found.path("items").size());
    JsonNode lines = s.owner.get("/api/v1/members/" + s.member + "/operations").expect(200);
    JsonNode line =
        lines
            .path("items")
            .valueStream()
            .filter(o -> o.path("kind").asString().equals("ACCRUE"))
            .findFirst()
            .orElseThrow();
    assertTrue(line.path("lateCard").asBoolean());
    assertEquals(
        "Earned with a purchase, the card was shown later", line.at("/text/en").asString());
    assertEquals(sold.path("at").asString(), line.path("at").asString());
    assertAmounts(s.owner.get("/api/v1/reports/summary").expect(200), "revenue", "6000");
    JsonNode audit =
        s.owner.get("/api/v1/audit?kind=RECEIPT_GIVEN_TO_CARD").expect(200).path("items");
    assertEquals(1, audit.size());
    s.addsUp();

    s.give(elsewhere, sold).refused(409, "RECEIPT_HAS_MEMBER");
    JsonNode back =
        s.till
            .post("/api/v1/receipts/" + sold.path("id").asString() + "/returns", Map.of())
            .expect(201);
    assertAmounts(back, "money bonusesBack earnReversed shortfall", "6000", "0", "350", "0");
    assertBalance("0", "0", "0", "0", balance(s.owner, s.member));
    assertAmounts(s.page(), "spentTotal", "0");
    assertEquals("bronze", s.page().at("/tier/id").asString());
    // Nothing is left of it: the next one is the first again.
    assertAmounts(s.buy(Bill.of("100").by(s.member)), "earned", "35");
    s.addsUp();
  }

  @Test
  void onlyWithTheCardOnTheSameDayAndWhileNothingCameBack() {
    Stage s = new Stage("late-no", PROGRAM);
    JsonNode sold = s.buy(Bill.of("100", "200"));
    s.give(s.till, sold).refused(422, "CARD_NOT_SHOWN");
    s.till.post("/api/v1/scans", Map.of("text", s.phone)).expect(200);
    s.give(s.till, sold).refused(422, "CARD_NOT_SHOWN");
    // However much the shop trusts a phone number.
    s.owner
        .put("/api/v1/till-settings", Map.of("phoneSpending", "FREE", "scanRequired", false))
        .expect(200);
    clock.plus(Duration.ofSeconds(10));
    s.give(s.till, sold).refused(422, "CARD_NOT_SHOWN");
    s.show(s.shop.registerIn("Europe/Moscow"));
    s.give(s.till, sold).refused(422, "CARD_NOT_SHOWN");
    s.show(s.till);
    s.allow(false);
    s.give(s.till, sold).refused(403, "LATE_CARD_OFF");
    s.allow(true);
    s.till
        .post("/api/v1/receipts/" + sold.path("id").asString() + "/member", Map.of())
        .refused(422, "INVALID_FIELDS");
    s.till
        .post("/api/v1/receipts/1/member", Map.of("memberId", s.member))
        .refused(404, "RECEIPT_NOT_FOUND");

    JsonNode partly = s.buy(Bill.of("100", "200"));
    s.till
        .post(
            "/api/v1/receipts/" + partly.path("id").asString() + "/returns",
            Map.of("lines", List.of(Map.of("lineNo", 1))))
        .expect(201);
    s.give(s.till, partly).refused(422, "RECEIPT_RETURNED");
    JsonNode own = s.buy(Bill.of("100").by(s.member));
    s.give(s.till, own).refused(409, "RECEIPT_HAS_MEMBER");

    // The day ends where the receipt was made: in Kamchatka nine hours before Moscow.
    Api east = s.shop.registerIn("Asia/Kamchatka");
    clock.set("2026-11-21T14:50:00+03:00");
    JsonNode there = east.post("/api/v1/receipts", Bill.of("100").json()).expect(201);
    clock.set("2026-11-21T15:10:00+03:00");
    s.show(s.till);
    s.give(s.till, there).refused(422, "RECEIPT_DAY_OVER");
    s.give(s.till, sold).expect(201);
    JsonNode last = s.buy(Bill.of("100"));
    clock.set("2026-11-22T00:00:01+03:00");
    s.show(s.till);
    s.give(s.till, last).refused(422, "RECEIPT_DAY_OVER");
  }

  @Test
  void whoeverJoinsAfterThePurchaseGetsItToo() throws SQLException {
    Stage s = new Stage("late-joined", PROGRAM);
    JsonNode sold = s.buy(Bill.of("1000"));
    clock.plus(Duration.ofMinutes(30));
    JsonNode joined = s.shop.join(Map.of("name", "Новичок"));
    String newcomer = joined.path("memberId").asString();
    s.till.post("/api/v1/scans", Map.of("text", code(joined))).expect(200);
    JsonNode given =
        s.till
            .post(
                "/api/v1/receipts/" + sold.path("id").asString() + "/member",
                Map.of("memberId", newcomer))
            .expect(201);
    assertAmounts(given, "earned", "80");
    assertBalance("80", "0", "0", "0", balance(s.owner, newcomer));
    s.addsUp();
  }

  @Test
  void aCardThatTheTillHasJustMadeGetsNothingOfWhatOthersPaid() {
    Stage s = new Stage("late-made", PROGRAM);
    JsonNode sold = s.buy(Bill.of("1000"));
    JsonNode made =
        s.till
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79161234321",
                    "name",
                    "Никто",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201);
    JsonNode scan = s.till.post("/api/v1/scans", Map.of("text", code(made))).expect(200);
    assertEquals("CARD", scan.path("presence").asString(), "at the register of the sign-up");
    s.till
        .post(
            "/api/v1/receipts/" + sold.path("id").asString() + "/member",
            Map.of("memberId", made.path("memberId").asString()))
        .refused(422, "CARD_UNCONFIRMED");
  }

  @Test
  void whoWasMergedSinceMayGoOnBeingNamed() {
    Stage s = new Stage("late-merged", PROGRAM);
    JsonNode sold = s.buy(Bill.of("1000"));
    String stays = s.shop.join(Map.of("name", "Анна К.")).path("memberId").asString();
    s.show(s.till);
    s.owner
        .post("/api/v1/members/" + stays + "/merges", Map.of("memberId", s.member, "reason", "one"))
        .expect(201);
    s.show(s.till);
    JsonNode given = s.give(s.till, sold).expect(201);
    assertEquals(stays, given.path("memberId").asString());
  }

  /** A gift that was paid for is none: the next one is. */
  @Test
  void whatTheRulesWouldHaveGivenForNothingIsNotUsedUp() throws SQLException {
    Stage s =
        new Stage(
            "late-stamps",
            "'tiers':[{'id':'base','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':0}],'rules':["
                + rule(
                    "third",
                    "'then':{'type':'stampCard','counter':'c','n':3,'goods':"
                        + "{'categories':['coffee']}}")
                + "]");
    for (int i = 0; i < 2; i++) {
      s.buy(Bill.of().line("coffee", 1, "150").by(s.member));
    }
    JsonNode third = s.buy(Bill.of().line("coffee", 1, "150"));
    s.show(s.till);
    JsonNode given = s.give(s.till, third).expect(201);
    assertAmounts(given, "discount toPay paid", "0", "150", "150");
    assertAmounts(
        s.buy(Bill.of().line("coffee", 1, "150").by(s.member)), "discount toPay", "150", "0");
    s.addsUp();
  }

  @Test
  void aCodeThatWasToldIsAProofOnce() {
    Stage s = new Stage("late-code", PROGRAM);
    JsonNode one = s.buy(Bill.of("100"));
    JsonNode two = s.buy(Bill.of("100"));
    s.till.post("/api/v1/scans", Map.of("text", s.phone)).expect(200);
    s.till.post("/api/v1/spend-codes", Map.of("memberId", s.member)).expect(202);
    String code = Newcomer.codeFor(kartela.api(), s.phone);
    s.till
        .post("/api/v1/spend-codes/confirm", Map.of("memberId", s.member, "code", code))
        .expect(200);
    s.give(s.till, one).expect(201);
    s.give(s.till, two).refused(422, "CARD_NOT_SHOWN");
  }

  @Test
  void aCashierMayGiveSoManyADay() {
    Stage s = new Stage("late-limit", PROGRAM);
    s.owner.put("/api/v1/till-settings", Map.of("lateCardsPerDay", 2)).expect(200);
    List<JsonNode> sold = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sold.add(s.buy(Bill.of("100")));
    }
    s.show(s.till);
    Api once = s.till.once("late-1");
    JsonNode first = s.give(once, sold.get(0)).expect(201);
    assertEquals(first, s.give(once, sold.get(0)).expect(201), "asked again, booked once");
    s.give(once, sold.get(1)).refused(409, "IDEMPOTENCY_KEY_REUSED");
    s.give(s.till, sold.get(1)).expect(201);
    s.give(s.till, sold.get(2)).refused(422, "LATE_CARD_LIMIT");
    assertAmounts(s.page(), "spentTotal", "200");
    s.owner
        .put("/api/v1/members/" + s.member + "/status", Map.of("status", "BLOCKED", "reason", "r"))
        .expect(204);
    s.owner.put("/api/v1/till-settings", Map.of("lateCardsPerDay", 3)).expect(200);
    clock.plus(Duration.ofSeconds(10));
    s.give(s.till, sold.get(2)).refused(422, "CARD_BLOCKED");
  }

  @Test
  void itIsJudgedByTheProgramAndTheTierOfItsTime() throws SQLException {
    Stage s = new Stage("late-then", PROGRAM);
    s.buy(Bill.of("100").by(s.member));
    JsonNode forgotten = s.buy(Bill.of("1000"));
    // Silver and a better program came after it.
    s.buy(Bill.of("6000").by(s.member));
    s.shop.publish(PROGRAM.replace("'earnBp':500", "'earnBp':2000"), clock);
    s.show(s.till);
    JsonNode given = s.give(s.till, forgotten).expect(201);
    assertAmounts(given, "earned", "50");
    assertEquals("silver", s.page().at("/tier/id").asString());
    assertAmounts(s.page(), "spentTotal", "7100");
    s.addsUp();
  }

  @Test
  void moneyStaysAsItWasTakenAndSharedBudgetsAreGivenOnce() throws SQLException {
    Stage s =
        new Stage(
            "late-budget",
            "'tiers':[{'id':'base','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':1000}],'rules':["
                + rule("earn", "'then':{'type':'earnByTier'}")
                + ","
                + rule(
                    "cake",
                    "'audience':'EVERYBODY',"
                        + "'then':{'type':'discountFixed','amount':5000,'goods':{'categories':['cake']}},"
                        + "'budget':{'total':5000}")
                + ","
                + rule(
                    "members",
                    "'when':{'type':'firstPurchase'},"
                        + "'then':{'type':'discountPercent','percentBp':1000,'goods':{'categories':['tea']}}")
                + "]");
    JsonNode cake = s.buy(Bill.of().line("cake", 1, "300"));
    assertAmounts(cake, "discount paid", "50", "250");
    s.show(s.till);
    JsonNode given = s.give(s.till, cake).expect(201);
    assertAmounts(given, "discount paid earned", "50", "250", "25");
    assertEquals(
        rub("50"),
        kartela.number("SELECT given FROM kartela.rule_total WHERE merchant_id = " + s.shop.id()));
    assertAmounts(s.buy(Bill.of().line("cake", 1, "300")), "discount", "0");
    s.till
        .post("/api/v1/receipts/" + cake.path("id").asString() + "/returns", Map.of())
        .expect(201);
    assertAmounts(s.buy(Bill.of().line("cake", 1, "300")), "discount", "50");
    s.addsUp();
  }

  /** Two tills, two customers, one receipt. */
  @Test
  void ofTwoTillsAtOnceOneWins() throws Exception {
    Stage s = new Stage("late-race", PROGRAM);
    Api other = s.shop.registerIn("Europe/Moscow");
    JsonNode second = s.shop.join(Map.of("name", "Борис"));
    String rival = second.path("memberId").asString();
    String rivalCard = code(second);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        JsonNode sold = s.buy(Bill.of("100"));
        s.show(s.till);
        other.post("/api/v1/scans", Map.of("text", rivalCard)).expect(200);
        List<Future<Answer>> answers = new ArrayList<>();
        try (Connection c = kartela.admin().getConnection();
            Statement lock = c.createStatement()) {
          c.setAutoCommit(false);
          lock.execute(
              "SELECT FROM kartela.receipt WHERE receipt_id = "
                  + sold.path("id").asString()
                  + " FOR UPDATE");
          answers.add(threads.submit(() -> s.give(s.till, sold)));
          answers.add(
              threads.submit(
                  () ->
                      other.post(
                          "/api/v1/receipts/" + sold.path("id").asString() + "/member",
                          Map.of("memberId", rival))));
          waitFor(2, "kartela.receipt");
          c.rollback();
        }
        List<Answer> done = List.of(answers.get(0).get(), answers.get(1).get());
        assertEquals(1, done.stream().filter(a -> a.status() == 201).count(), done::toString);
        done.stream()
            .filter(a -> a.status() != 201)
            .forEach(a -> a.refused(409, "RECEIPT_HAS_MEMBER"));
      }
    }
    long both =
        amount(s.page(), "spentTotal")
            + amount(s.owner.get("/api/v1/members/" + rival).expect(200), "spentTotal");
    assertEquals(rub("500"), both);
    s.addsUp();
  }

  private void waitFor(int requests, String table) {
    String waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%"
            + table
            + "%'";
    while (kartela.number(waiting) < requests) {
      Thread.onSpinWait();
    }
  }

  /** The connection dies when everything but the last is written: nothing of it is there. */
  @Test
  void aCrashInTheMiddleLeavesAllOrNothing() throws Exception {
    Stage s = new Stage("late-crash", PROGRAM);
    JsonNode sold = s.buy(Bill.of("1000"));
    s.show(s.till);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection c = kartela.admin().getConnection();
        Statement lock = c.createStatement()) {
      c.setAutoCommit(false);
      lock.execute(
          "SELECT FROM kartela.member_standing WHERE member_id = " + s.member + " FOR UPDATE");
      Future<Answer> answer = threads.submit(() -> s.give(s.till, sold));
      waitFor(1, "member_standing");
      kartela.number(
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type ="
              + " 'Lock' AND query LIKE '%member_standing%'");
      assertTrue(s.receipt(sold).path("memberId").isNull());
      assertEquals(
          0, kartela.number("SELECT count(*) FROM ledger.entry WHERE account_id = " + s.member));
      assertEquals(
          0,
          kartela.number(
              "SELECT count(*) FROM kartela.receipt_late_card WHERE receipt_id = "
                  + sold.path("id").asString()));
      c.rollback();
      int status = answer.get().status();
      assertTrue(status == 201 || status == 503, answer.get()::toString);
      if (status == 503) {
        s.give(s.till, sold).expect(201);
      }
    }
    assertAmounts(s.receipt(sold), "earned", "80");
    assertAmounts(s.page(), "spentTotal", "1000");
    s.addsUp();
  }

  /** What a receipt is to the service's role: judged once, unless it is nobody's. */
  @Test
  void theDatabaseItselfRefusesToJudgeAMembersReceiptAnew() throws SQLException {
    Stage s = new Stage("late-wall", PROGRAM);
    JsonNode own = s.buy(Bill.of("100").by(s.member));
    try (Connection c = kartela.database().app().getConnection();
        Statement statement = c.createStatement()) {
      c.setAutoCommit(false);
      statement.execute("SELECT set_config('kartela.merchant', '" + s.shop.id() + "', true)");
      SQLException no =
          org.junit.jupiter.api.Assertions.assertThrows(
              SQLException.class,
              () ->
                  statement.executeUpdate(
                      "UPDATE kartela.receipt SET earned = 1000000 WHERE receipt_id = "
                          + own.path("id").asString()));
      assertTrue(no.toString().contains("has been judged"), no::toString);
      c.rollback();
    }
  }

  /**
   * Two customers buy the same; one of them sometimes forgets the card and shows it before the next
   * purchase. Whatever they buy and bring back, both have the same.
   */
  @Test
  void whoeverForgetsTheCardHasWhatTheOtherHas() throws SQLException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    Stage s = new Stage("late-twins", PROGRAM);
    s.owner.put("/api/v1/till-settings", Map.of("lateCardsPerDay", 1000)).expect(200);
    for (int pair = 0; pair < 6; pair++) {
      clock.set("2026-11-21T12:00:00+03:00");
      String careful = s.shop.member();
      JsonNode joined = s.shop.join(Map.of("name", "Забыв"));
      String forgetful = joined.path("memberId").asString();
      String card = code(joined);
      List<JsonNode[]> bought = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        List<String> prices = new ArrayList<>();
        for (int l = 0; l <= random.nextInt(3); l++) {
          prices.add(BigDecimal.valueOf(1 + random.nextLong(300_000), 2).toPlainString());
        }
        String[] bill = prices.toArray(String[]::new);
        JsonNode one = s.buy(Bill.of(bill).by(careful));
        boolean forgets = random.nextBoolean();
        JsonNode other = s.buy(forgets ? Bill.of(bill) : Bill.of(bill).by(forgetful));
        if (forgets) {
          s.till.post("/api/v1/scans", Map.of("text", card)).expect(200);
          other =
              s.till
                  .post(
                      "/api/v1/receipts/" + other.path("id").asString() + "/member",
                      Map.of("memberId", forgetful))
                  .expect(201);
        }
        assertSame(one, other, "paid earned tierAfter.rank", seed);
        bought.add(new JsonNode[] {one, other});
        if (random.nextInt(3) == 0) {
          JsonNode[] back = bought.remove(random.nextInt(bought.size()));
          Map<String, Object> lines = Map.of("lines", List.of(Map.of("lineNo", 1)));
          Map<String, Object> what = random.nextBoolean() ? Map.of() : lines;
          assertSame(
              returned(s, back[0], what),
              returned(s, back[1], what),
              "money bonusesBack earnReversed shortfall",
              seed);
        }
        JsonNode a = s.owner.get("/api/v1/members/" + careful).expect(200);
        JsonNode b = s.owner.get("/api/v1/members/" + forgetful).expect(200);
        assertSame(
            a, b, "spentTotal balance.available balance.pending balance.debt tier.rank", seed);
      }
    }
    s.addsUp();
  }

  private static JsonNode returned(Stage s, JsonNode receipt, Map<String, Object> what) {
    return s.till
        .post("/api/v1/receipts/" + receipt.path("id").asString() + "/returns", what)
        .expect(201);
  }

  private static void assertSame(JsonNode a, JsonNode b, String fields, long seed) {
    for (String field : fields.split(" ", -1)) {
      String path = "/" + field.replace('.', '/');
      assertEquals(a.at(path), b.at(path), () -> field + ", seed " + seed + ": " + a + " " + b);
    }
  }
}
